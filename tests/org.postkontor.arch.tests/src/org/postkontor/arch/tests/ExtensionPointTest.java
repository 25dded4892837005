package org.postkontor.arch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Extension points are documented so that a third party needs nothing but the schema. */
class ExtensionPointTest {

	static List<Path> schemas() {
		return Checkout.find().bundles().stream().flatMap(b -> Checkout.files(b.folder().resolve("schema"), ".exsd").stream()).toList();
	}

	@Test
	void signInProvidersHaveASchema() {
		assertTrue(schemas().stream().anyMatch(f -> f.endsWith("authProviders.exsd")), () -> schemas().toString());
	}

	@Test
	void everyDeclaredPointHasItsSchema() {
		for (Bundle bundle : Checkout.find().bundles()) {
			Path plugin = bundle.folder().resolve("plugin.xml");
			if (Files.exists(plugin)) {
				for (var point : Xml.elements(Xml.parse(Checkout.text(plugin)), "extension-point")) {
					String schema = point.getAttribute("schema");
					assertTrue(!schema.isEmpty() && Files.exists(bundle.folder().resolve(schema)), () -> bundle.name() + ": " + point.getAttribute("id"));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void documentsEveryAttribute(Path file) {
		assertEquals(List.of(), Schema.read(file).undocumented());
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void hasAnExampleOfElementsAndAttributesThatItKnows(Path file) {
		Schema schema = Schema.read(file);
		assertFalse(schema.examples().isEmpty(), "no example");
		for (String example : schema.examples()) {
			assertEquals(List.of(), schema.unknownIn(Xml.parse("<example>" + example + "</example>")), () -> "in the example\n" + example);
		}
	}
}
