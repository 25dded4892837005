package org.postkontor.problem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.problem.internal.ExtensionMoreTexts;
import org.w3c.dom.Document;

class ExtensionMoreTextsTest {
	private final Object token = new Object();
	private final IExtensionRegistry registry = RegistryFactory.createRegistry(null, token, token);
	@TempDir
	Path folder;

	@BeforeEach
	void declareThePoint() throws IOException {
		Path plugin = new ProjectSources().bundle("org.postkontor.problem").resolve("plugin.xml");
		contribute("org.postkontor.problem", Files.readString(plugin).replace("%texts.name", "texts").replace("%explanations.name", "explanations"));
	}

	private void contribute(String contributor, String xml) {
		IContributor by = ContributorFactorySimple.createContributor(contributor);
		assertTrue(registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), by, false, contributor, null, token));
	}

	private URL find(IContributor contributor, String name) {
		try {
			Path file = folder.resolve(contributor.getName()).resolve(name);
			return Files.exists(file) ? file.toUri().toURL() : null;
		} catch (MalformedURLException e) {
			throw new AssertionError(e);
		}
	}

	private void file(String name, String content) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

	@Test
	void readsTheFilesOfContributors() throws Exception {
		contribute("com.example.mail", "<plugin><extension point=\"org.postkontor.problem.texts\"><texts base=\"com/example/problems\"/></extension></plugin>");
		file("com.example.mail/com/example/problems.properties", "example.full.title = Full\n");
		file("com.example.mail/com/example/problems_de.properties", "example.full.title = Übervoll\n");
		ExtensionMoreTexts texts = new ExtensionMoreTexts(registry, this::find);
		assertEquals(Map.of("example.full.title", "Full"), texts.texts(""));
		assertEquals(Map.of("example.full.title", "Übervoll"), texts.texts("de"));
		assertEquals(Map.of(), texts.texts("fr"));
	}

	@Test
	void aBrokenContributionDoesNoHarmToOthers() throws Exception {
		contribute("com.example.broken", "<plugin><extension point=\"org.postkontor.problem.texts\"><texts/><texts base=\"gone\"/></extension></plugin>");
		contribute("com.example.mail", "<plugin><extension point=\"org.postkontor.problem.texts\"><texts base=\"good\"/></extension></plugin>");
		file("com.example.mail/good.properties", "a.title = A");
		assertEquals(Map.of("a.title", "A"), new ExtensionMoreTexts(registry, this::find).texts(""));
	}

	@Test
	void theSchemaIsWellFormedAndDocumentsEveryAttribute() throws Exception {
		Path schema = new ProjectSources().bundle("org.postkontor.problem").resolve("schema/texts.exsd");
		Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(schema.toFile());
		var attributes = document.getElementsByTagName("attribute");
		assertEquals(4, attributes.getLength());
		for (int i = 0; i < attributes.getLength(); i++) {
			assertTrue(attributes.item(i).getTextContent().strip().length() > 20, attributes.item(i).getAttributes().getNamedItem("name").toString());
		}
	}
}
