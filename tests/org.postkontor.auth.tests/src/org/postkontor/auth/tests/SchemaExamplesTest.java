package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.IConfigurationElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.account.Protocol;
import org.postkontor.auth.internal.extension.ExtensionAuthProviders;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.ProblemException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each attribute of the schema has an example in its documentation, and the reader of declarations takes it. */
class SchemaExamplesTest {
	private static final Path SCHEMA = Path.of("..", "..", "bundles", "org.postkontor.auth", "schema", "authProviders.exsd");
	private static final Pattern PRE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);

	/** @param example the declaration in the attribute's documentation */
	record Documented(String element, String attribute, String example) {
		@Override
		public String toString() {
			return element + "@" + attribute;
		}
	}

	static List<Documented> attributes() throws Exception {
		List<Documented> attributes = new ArrayList<>();
		for (Element element : elements(xml(Files.readString(SCHEMA)), "element")) {
			for (Element attribute : elements(element, "attribute")) {
				if (element.hasAttribute("name") && !element.getAttribute("name").equals("extension")) {
					List<String> examples = PRE.matcher(attribute.getTextContent()).results().map(found -> found.group(1)).toList();
					assertEquals(1, examples.size(), () -> "examples of " + element.getAttribute("name") + "@" + attribute.getAttribute("name"));
					attributes.add(new Documented(element.getAttribute("name"), attribute.getAttribute("name"), examples.getFirst()));
				}
			}
		}
		return attributes;
	}

	@Test
	void theSchemaHasAllTheAttributesThatThirdPartiesNeed() throws Exception {
		assertTrue(attributes().stream().map(Documented::toString).toList()
				.containsAll(List.of("authProvider@id", "authProvider@label", "authProvider@icon", "authProvider@class", "protocol@name", "domain@name", "host@suffix",
						"host@tokens", "issuer@authorizeUri", "issuer@unusedDays", "issuer@testingDays", "scopes@direction", "client@id", "client@secret",
						"replace@provider")));
	}

	@ParameterizedTest
	@MethodSource("attributes")
	void itsExampleUsesTheAttributeAndIsRead(Documented documented) throws Exception {
		TestRegistry world = new TestRegistry();
		world.builtIn();
		world.contribute("org.example", TestRegistry.extension(documented.example()));
		ExtensionAuthProviders providers = new ExtensionAuthProviders(world.registry);
		assertEquals(List.of(), providers.problems());
		Element example = xml(documented.example());
		Element element = documented.element().equals("authProvider") ? example : elements(example, documented.element()).getFirst();
		String value = element.getAttribute(documented.attribute());
		assertFalse(value.isEmpty(), "the example does not use the attribute");
		ProviderDescription read = providers.description(example.getAttribute("id")).orElseThrow();
		assertTrue(documented.attribute().equals("class") ? isLoaded(providers, read.id()) : everything(read).contains(value), () -> "not read: " + everything(read));
	}

	@Test
	void theCompleteExamplesAreRead() throws Exception {
		List<String> complete = PRE.matcher(xml(Files.readString(SCHEMA)).getTextContent()).results().map((MatchResult found) -> found.group(1))
				.filter(example -> example.contains("<extension ")).toList();
		assertEquals(2, complete.size());
		for (String example : complete) {
			TestRegistry world = new TestRegistry();
			world.builtIn();
			world.contribute("org.example", example);
			ExtensionAuthProviders providers = new ExtensionAuthProviders(world.registry);
			assertEquals(List.of(), providers.problems());
			IConfigurationElement declared = List.of(world.registry.getConfigurationElementsFor("org.postkontor.auth.authProviders")).stream()
					.filter(element -> element.getContributor().getName().equals("org.example")).findFirst().orElseThrow();
			assertTrue(providers.description(declared.getAttribute("id")).isPresent());
		}
	}

	/** The class of the example is nowhere: that it was looked for shows that the attribute is read. */
	private static boolean isLoaded(ExtensionAuthProviders providers, String id) {
		return assertThrows(ProblemException.class, () -> providers.provider(id)).problem().id().equals("auth.provider-broken");
	}

	private static List<String> everything(ProviderDescription read) {
		List<String> all = new ArrayList<>(List.of(read.id(), read.label(), read.kind(), String.valueOf(read.order()), read.replaces().orElse("")));
		read.protocols().stream().map(Protocol::name).map(name -> name.toLowerCase(Locale.ROOT)).forEach(all::add);
		all.addAll(read.domains());
		all.addAll(read.hosts());
		read.settings().forEach((name, value) -> {
			all.addAll(List.of(name.split("\\.")));
			all.add(value);
			if (name.equals(ProviderDescription.SERVED_HOSTS)) {
				all.add("false");
			}
		});
		return all;
	}

	private static List<Element> elements(Element parent, String name) {
		NodeList found = parent.getElementsByTagName(name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			elements.add((Element) found.item(i));
		}
		return elements;
	}

	private static Element xml(String text) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)))
				.getDocumentElement();
	}
}
