package org.postkontor.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which test proves which case of the catalogue, from the names of the tests: {@code case19…}, {@code case25And26…},
 * {@code case1To3…}.
 *
 * @param tests as {@code Class.method}, by number of the case
 */
public record Cases(SortedMap<Integer, List<String>> tests) {
	private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
	private static final Pattern NUMBERS = Pattern.compile("case(\\d+(?:(?:And|To)\\d+)*)[A-Z]\\w*");

	/** @param root of the checkout */
	public static Cases in(Path root) throws IOException {
		SortedMap<Integer, List<String>> tests = new TreeMap<>();
		Set<String> all = new HashSet<>();
		List<Path> sources;
		try (Stream<Path> files = Files.walk(root.resolve("tests"))) {
			sources = files.filter(file -> file.getFileName().toString().endsWith("Test.java")).sorted().toList();
		}
		for (Path source : sources) {
			Matcher method = METHOD.matcher(Files.readString(source));
			while (method.find()) {
				String test = source.getFileName().toString().replace(".java", ".") + method.group(1);
				all.add(test);
				numbers(method.group(1)).forEach(number -> tests.computeIfAbsent(number, n -> new ArrayList<>()).add(test));
			}
		}
		Catalogue.elsewhere().forEach((number, names) -> names.stream().filter(all::contains)
				.forEach(name -> tests.computeIfAbsent(number, n -> new ArrayList<>()).add(name)));
		return new Cases(tests);
	}

	/** The cases that a test's name speaks of; none for other tests. */
	public static List<Integer> numbers(String method) {
		Matcher name = NUMBERS.matcher(method);
		if (!name.matches()) {
			return List.of();
		}
		List<Integer> numbers = new ArrayList<>();
		for (String part : name.group(1).split("And")) {
			String[] ends = part.split("To");
			IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).forEach(numbers::add);
		}
		return numbers;
	}

	/** The cases that no test speaks of. */
	public List<Integer> missing() {
		return Catalogue.faults().keySet().stream().filter(number -> !tests.containsKey(number)).toList();
	}

	/** For the page. */
	String table() {
		StringBuilder table = new StringBuilder("| case | fault | tests |\n|---:|---|---|\n");
		for (Map.Entry<Integer, String> fault : Catalogue.faults().entrySet()) {
			List<String> names = tests.getOrDefault(fault.getKey(), List.of("none"));
			table.append("| ").append(fault.getKey()).append(" | ").append(fault.getValue()).append(" | ").append(String.join("<br>", names)).append(" |\n");
		}
		return table.toString();
	}
}
