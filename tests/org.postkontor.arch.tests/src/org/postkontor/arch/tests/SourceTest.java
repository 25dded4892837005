package org.postkontor.arch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class SourceTest {
	private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)(?<![:\"])//.*?$", Pattern.DOTALL);
	private final Checkout checkout = Checkout.find();

	@Test
	void classesAreSmall() {
		List<Integer> lines = new ArrayList<>();
		List<String> tooLong = new ArrayList<>();
		for (Path file : sources()) {
			int count = (int) Checkout.text(file).lines().count();
			if (!file.endsWith("package-info.java")) {
				lines.add(count);
			}
			if (count > 500) {
				tooLong.add(file + ": " + count);
			}
		}
		lines.sort(null);
		assertEquals(List.of(), tooLong, "over 500 lines");
		int median = lines.get(lines.size() / 2);
		int most = lines.get(lines.size() * 95 / 100);
		assertTrue(median <= 70, "median " + median);
		assertTrue(most <= 250, "95 % have up to " + most);
	}

	@Test
	void timeComesFromTheInjectedClock() {
		Pattern clock = Pattern.compile("Instant\\.now\\(\\)|System\\.currentTimeMillis|LocalDate(Time)?\\.now\\(\\)|ZonedDateTime\\.now\\(\\)|OffsetDateTime\\.now\\(\\)|new Date\\(\\)|Clock\\.system");
		// The class that an extension names gets nothing injected.
		assertNoCode(clock, f -> f.getFileName().toString().matches("System(Utc)?Clock\\.java") || in(f, "org.postkontor.example.provider"));
	}

	@Test
	void swtIsUsedInUiAndAppOnly() {
		assertNoCode(Pattern.compile("org\\.eclipse\\.(swt|jface|ui)\\b"), f -> in(f, "org.postkontor.ui") || in(f, "org.postkontor.app"));
	}

	@Test
	void nothingIsAnActivator() {
		assertNoCode(Pattern.compile("implements\\s+BundleActivator|extends\\s+(AbstractUI)?Plugin\\b"), f -> false);
	}

	@Test
	void noDebugSwitchOfJakartaMailIsSet() {
		assertNoCode(Pattern.compile("mail\\.debug[a-z.]*\"\\s*,\\s*+(?!\"?false)|\\.setDebug\\(true"), f -> false);
	}

	@Test
	void nothingPrintsAStackTraceOrToTheConsoleOutsideTheCommandLine() {
		assertNoCode(Pattern.compile("printStackTrace\\(\\)|System\\.(out|err)\\b"), f -> in(f, "org.postkontor.cli"));
	}

	@Test
	void noCatchBlockIsEmpty() {
		assertNoCode(Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}"), f -> false);
	}

	@Test
	void namesSayWhatAClassIs() {
		Pattern heap = Pattern.compile("(Impl|Utils?|Helper|Manager)\\.java$|^I[A-Z][a-z]+[A-Za-z]*\\.java$");
		Set<String> fieldTerms = Set.of("IAdaptable.java");
		List<Path> bad = sources().stream().filter(f -> heap.matcher(f.getFileName().toString()).find())
				.filter(f -> !fieldTerms.contains(f.getFileName().toString())).toList();
		assertEquals(List.of(), bad);
	}

	@Test
	void everyPackageExplainsItself() {
		Set<Path> missing = new TreeSet<>();
		for (Path file : sources()) {
			Path info = file.resolveSibling("package-info.java");
			// Null annotations are left to third parties, so the examples are written without.
			if (!Files.exists(info) || !Checkout.text(info).contains("/**") || !in(file, "examples") && !Checkout.text(info).contains("NonNullByDefault")) {
				missing.add(checkout.root().relativize(info));
			}
		}
		assertEquals(Set.of(), missing);
	}

	private List<Path> sources() {
		List<Path> all = checkout.bundles().stream().flatMap(b -> b.sources().stream()).toList();
		assertTrue(all.size() > 50, () -> "only " + all.size() + " sources found");
		return all;
	}

	private static boolean in(Path file, String bundle) {
		for (Path part : file) {
			if (part.toString().equals(bundle)) {
				return true;
			}
		}
		return false;
	}

	/** Comments may name what code may not. */
	private void assertNoCode(Pattern forbidden, Predicate<Path> exception) {
		List<String> found = new ArrayList<>();
		for (Path file : sources()) {
			var matcher = forbidden.matcher(COMMENT.matcher(Checkout.text(file)).replaceAll(""));
			if (!exception.test(file) && matcher.find()) {
				found.add(checkout.root().relativize(file) + ": " + matcher.group());
			}
		}
		assertEquals(List.of(), found);
	}
}
