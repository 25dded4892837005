package org.postkontor.cli.internal.args;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.problem.ProblemException;

/** What was given, already checked against the syntax. */
public record Arguments(Map<String, List<String>> options, List<String> operands) {
	public Arguments {
		options = Map.copyOf(options);
		operands = List.copyOf(operands);
	}

	public boolean has(String option) {
		return options.containsKey(option);
	}

	public Optional<String> value(String option) {
		return values(option).stream().findFirst();
	}

	public List<String> values(String option) {
		return options.getOrDefault(option, List.of());
	}

	public Optional<String> operand() {
		return operands.stream().findFirst();
	}

	/** The value as an absolute path. @throws ProblemException kind INPUT if it cannot be a path */
	public Optional<Path> path(String option) throws ProblemException {
		Optional<String> value = value(option);
		return value.isPresent() ? Optional.of(path(option, value.get())) : Optional.empty();
	}

	/** The values as absolute paths. */
	public List<Path> paths(String option) throws ProblemException {
		List<Path> paths = new java.util.ArrayList<>();
		for (String value : values(option)) {
			paths.add(path(option, value));
		}
		return paths;
	}

	private static Path path(String option, String value) throws ProblemException {
		try {
			return Path.of(value).toAbsolutePath().normalize();
		} catch (InvalidPathException e) {
			throw UsageProblem.of("usage.path", "option", "--" + option);
		}
	}
}
