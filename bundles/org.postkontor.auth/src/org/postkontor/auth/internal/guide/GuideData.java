package org.postkontor.auth.internal.guide;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.guide.Guide;

/** One guide as it stands in a data file; Gson leaves what is missing null. */
record GuideData(String id, @Nullable String instead, @Nullable List<String> domains, @Nullable List<String> hosts,
		@Nullable List<String> providers, LocalText title, LocalText summary, @Nullable LocalText warning, List<StepData> steps) {
	private static final LocalText LOOKED = new LocalText("Anleitung verglichen am %s; die Seiten des Anbieters können sich geändert haben.",
			"Guide compared on %s; the provider's pages may have changed since.");

	/** @param copy a literal text, or the name of one that differs for each office */
	record StepData(String de, String en, @Nullable String link, @Nullable String copy) {
	}

	boolean serves(String domain) {
		return orEmpty(domains).contains(domain);
	}

	/** Whether it is for a server, matched at a dot. */
	boolean hosts(String host) {
		return orEmpty(hosts).stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
	}

	boolean registers(String provider) {
		return orEmpty(providers).contains(provider);
	}

	/** @param facts the texts that differ for each office, by name; a step that would show an empty one is left out */
	Guide in(Locale locale, LocalDate looked, Map<String, String> facts) {
		List<Guide.Step> shown = steps.stream().filter(step -> !copy(step, facts).equals(Optional.of("")))
				.map(step -> new Guide.Step(new LocalText(step.de(), step.en()).in(locale), Optional.ofNullable(step.link()).map(URI::create),
						copy(step, facts)))
				.toList();
		DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(LocalText.language(locale));
		LocalText warned = warning;
		String other = instead;
		return new Guide(id, title.in(locale), summary.in(locale) + " " + LOOKED.in(locale).formatted(day.format(looked)), shown,
				warned == null ? Optional.empty() : Optional.of(warned.in(locale)), other == null ? Optional.empty() : Optional.of(other));
	}

	private static Optional<String> copy(StepData step, Map<String, String> facts) {
		String name = step.copy();
		return name == null ? Optional.empty() : Optional.of(facts.getOrDefault(name, name));
	}

	private static List<String> orEmpty(@Nullable List<String> values) {
		return values == null ? List.of() : values;
	}
}
