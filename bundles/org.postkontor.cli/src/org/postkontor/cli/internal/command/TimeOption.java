package org.postkontor.cli.internal.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.problem.ProblemException;

/**
 * Reads points in time: {@code 2026-12-01T09:00} (of this computer's time zone), with {@code Z} or an offset behind it, or
 * {@code +90m}, {@code +2h}, {@code +1d} from now.
 */
final class TimeOption {
	private static final Pattern FROM_NOW = Pattern.compile("\\+(\\d{1,5})([smhd])");

	private final Arguments arguments;
	private final Clock clock;

	TimeOption(Arguments arguments, Clock clock) {
		this.arguments = arguments;
		this.clock = clock;
	}

	/** @throws ProblemException kind INPUT if it is given and not a time */
	Optional<Instant> value(String option) throws ProblemException {
		Optional<String> typed = arguments.value(option);
		return typed.isPresent() ? Optional.of(parse(option, typed.get().strip())) : Optional.empty();
	}

	private Instant parse(String option, String typed) throws ProblemException {
		Matcher fromNow = FROM_NOW.matcher(typed);
		if (fromNow.matches()) {
			return clock.instant().plus(duration(Long.parseLong(fromNow.group(1)), fromNow.group(2)));
		}
		try {
			String text = typed.replace(' ', 'T');
			return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)") ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from)
					: LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
		} catch (DateTimeException e) {
			throw UsageProblem.of("usage.time", "option", "--" + option);
		}
	}

	private static Duration duration(long count, String unit) {
		return switch (unit) {
		case "s" -> Duration.ofSeconds(count);
		case "m" -> Duration.ofMinutes(count);
		case "h" -> Duration.ofHours(count);
		default -> Duration.ofDays(count);
		};
	}
}
