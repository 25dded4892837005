package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductArchiveTest {
	private static final long MEGABYTE = 1_000_000;
	private static final Pattern TEST_BUNDLE = Pattern.compile(
			"plugins/(org\\.junit|junit|org\\.opentest4j|opentest4j|org\\.apiguardian|apiguardian|org\\.hamcrest|org\\.mockito|org\\.eclipse\\.swtbot|bc(prov|pkix|util)|greenmail"
					+ "|org\\.postkontor\\.(testkit|contract|demo|bare|example\\.[a-z]+|[a-z.]*tests))");

	static List<Archive> archives() throws IOException {
		return Made.archives();
	}

	@Test
	void thereIsOneForEverySystem() throws IOException {
		assertEquals(List.of("linux", "macosx", "win32"), archives().stream().map(Archive::os).sorted().toList());
	}

	@ParameterizedTest
	@MethodSource("archives")
	void isUnderSeventyMegabytesWithoutAJavaRuntime(Archive archive) throws IOException {
		long size = Files.size(archive.file());
		System.out.printf("SIZE: %s %.1f MB%n", archive, size / (double) MEGABYTE);
		assertTrue(size < 70 * MEGABYTE, () -> archive + ": " + size);
	}

	@ParameterizedTest
	@MethodSource("archives")
	void hasNoTestBundle(Archive archive) throws IOException {
		assertEquals(List.of(), archive.entries().stream().map(Archive.Entry::name).filter(n -> TEST_BUNDLE.matcher(n).find()).toList());
	}

	@ParameterizedTest
	@MethodSource("archives")
	void hasNoTestClassInOneOfOurBundles(Archive archive) throws IOException {
		List<String> found = new ArrayList<>();
		int looked = 0;
		for (Archive.Entry bundle : archive.entries()) {
			if (bundle.name().matches(".*plugins/org\\.postkontor\\.[^/]*\\.jar")) {
				looked++;
				ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bundle.bytes()));
				for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
					String code = entry.getName().endsWith(".class") ? new String(jar.readAllBytes(), StandardCharsets.ISO_8859_1) : "";
					if (code.contains("org/junit/") || code.contains("org/postkontor/testkit/") || entry.getName().contains("/tests/")) {
						found.add(bundle.simpleName() + "!" + entry.getName());
					}
				}
			}
		}
		assertEquals(List.of(), found);
		assertTrue(looked >= 14, "looked into " + looked + " bundles");
	}

	@ParameterizedTest
	@MethodSource("archives")
	void hasTheFrameworkWithoutItsSignatureButWhole(Archive archive) throws IOException {
		List<String> inside = new ArrayList<>();
		String manifest = "";
		ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(framework(archive)));
		for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
			inside.add(entry.getName());
			manifest = entry.getName().equals("META-INF/MANIFEST.MF") ? new String(jar.readAllBytes(), StandardCharsets.UTF_8) : manifest;
		}
		assertEquals(List.of(), inside.stream().filter(n -> n.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")).toList());
		assertTrue(manifest.contains("Bundle-SymbolicName: org.eclipse.osgi") && !manifest.contains("-Digest"), manifest);
		assertTrue(inside.containsAll(List.of("org/eclipse/core/runtime/adaptor/EclipseStarter.class", "META-INF/services/org.osgi.framework.launch.FrameworkFactory")));
		assertTrue(inside.stream().filter(n -> n.endsWith(".class")).count() > 700, () -> "classes among " + inside.size() + " files");
	}

	private static byte[] framework(Archive archive) throws IOException {
		return archive.entries().stream().filter(e -> e.simpleName().startsWith("org.eclipse.osgi_")).findFirst().orElseThrow().bytes();
	}

	@ParameterizedTest
	@MethodSource("archives")
	void startScriptsCarryTheFlags(Archive archive) throws IOException {
		String ending = archive.os().equals("win32") ? ".cmd" : "";
		for (String name : List.of("postkontor", "postkontor-cli")) {
			String script = archive.entry(name + ending).text();
			assertTrue(script.contains("--enable-native-access=ALL-UNNAMED"), name);
			assertTrue(script.contains("-Dorg.sqlite.tmpdir="), name);
			assertTrue(script.contains("-Djdk.http.auth.tunneling.disabledSchemes= "), name);
			assertTrue(script.contains("-XX:SharedArchiveFile="), name);
			assertTrue(script.contains("-Xlog:disable"), name + ": the VM may not write between the lines of a program");
			assertEquals(archive.os().equals("macosx") && name.equals("postkontor"), script.contains("-XstartOnFirstThread"), name);
			assertEquals(archive.os().equals("win32"), script.contains("\r\n"), name + ": line ends");
		}
	}

	@ParameterizedTest
	@MethodSource("archives")
	void startScriptsAreExecutable(Archive archive) throws IOException {
		if (!archive.os().equals("win32")) {
			for (String name : List.of("postkontor", "postkontor-cli")) {
				assertEquals(0755, archive.entry(name).mode() & 0777, name);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("archives")
	void startScriptsAreAtTheRootOfTheProduct(Archive archive) throws IOException {
		String name = archive.entry(archive.os().equals("win32") ? "postkontor.cmd" : "postkontor").name();
		assertEquals(archive.os().equals("macosx") ? "postkontor.app/Contents/Eclipse/postkontor" : "postkontor/" + (archive.os().equals("win32") ? "postkontor.cmd" : "postkontor"), name);
	}

	@ParameterizedTest
	@MethodSource("archives")
	void hasTheNativePartsOfItsOwnSystemOnly(Archive archive) throws IOException {
		List<String> swt = archive.entries().stream().map(Archive.Entry::simpleName).filter(n -> n.matches("org\\.eclipse\\.swt\\.(gtk|win32|cocoa)\\..*")).toList();
		assertEquals(1, swt.size(), swt::toString);
		assertTrue(swt.get(0).contains("." + archive.os() + "."), swt::toString);
	}
}
