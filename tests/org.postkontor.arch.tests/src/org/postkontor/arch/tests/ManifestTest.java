package org.postkontor.arch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {

	static List<Bundle> bundles() {
		return Checkout.find().bundles();
	}

	@Test
	void findsTheBundlesItJudges() {
		List<String> names = bundles().stream().map(Bundle::name).toList();
		assertTrue(names.size() >= 21 && names.contains("org.postkontor.auth") && names.contains("org.postkontor.example.provider"), names::toString);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void dependsOnlyOnWhatTheTableAllows(Bundle bundle) {
		assertTrue(Rooms.knows(bundle.room()), () -> bundle.room() + " is not in the table");
		assertNone(dependencies(bundle), c -> Rooms.allows(bundle.room(), c.name()), bundle, "may not depend on");
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void namesClosedRangesEverywhere(Bundle bundle) {
		assertNone(dependencies(bundle).filter(c -> !fromJdk(c.name())), Bundle.Clause::hasClosedRange, bundle, "has an open range for");
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void importsThirdPartyCodeByPackageOnly(Bundle bundle) {
		assertNone(bundle.clauses("Require-Bundle").stream(), c -> c.name().startsWith("org.postkontor.") || c.name().startsWith("org.eclipse."),
				bundle, "requires the foreign bundle");
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void hasAnAutomaticModuleName(Bundle bundle) {
		assertEquals(bundle.name(), bundle.header("Automatic-Module-Name").orElse("none"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void hasNoActivator(Bundle bundle) {
		assertFalse(bundle.header("Bundle-Activator").isPresent());
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void showsInternalPackagesToItsTestsOnly(Bundle bundle) {
		assertNone(bundle.clauses("Export-Package").stream().filter(c -> c.name().contains(".internal")),
				c -> c.text().contains("x-friends:=\"org.postkontor."), bundle, "exports without x-friends");
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void givesItsApiPackagesAVersion(Bundle bundle) {
		assertNone(bundle.clauses("Export-Package").stream().filter(c -> !c.name().contains(".internal")),
				c -> c.text().contains("version=\""), bundle, "exports without version");
	}

	private static Stream<Bundle.Clause> dependencies(Bundle bundle) {
		return Stream.of("Fragment-Host", "Require-Bundle", "Import-Package").flatMap(h -> bundle.clauses(h).stream());
	}

	private static boolean fromJdk(String name) {
		return name.startsWith("javax.") || name.startsWith("org.w3c.dom") || name.startsWith("org.xml.sax") || name.startsWith("org.ietf.");
	}

	private static void assertNone(Stream<Bundle.Clause> clauses, Predicate<Bundle.Clause> good, Bundle bundle, String verb) {
		List<String> bad = clauses.filter(good.negate()).map(Bundle.Clause::text).toList();
		assertEquals(List.of(), bad, () -> bundle.name() + " " + verb);
	}
}
