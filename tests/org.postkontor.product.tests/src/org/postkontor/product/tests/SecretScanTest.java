package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./test} does after all tests: planted secrets are found in each encoding, and only they. */
@EnabledOnOs(OS.LINUX)
class SecretScanTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final int BLOCK = 1 << 20;
	/** Begins as all that the test kit makes; in two parts, so that this class itself is none. */
	private static final String TOKEN = "Leaky" + "Canary7tR3xY_z-0123456789abcdefghijklmnopq";
	private static final String PASSWORD = "pa\"ss/w\\örd=<&>+ 1";
	/** Full of secrets on purpose: deleted before the search of the real run. */
	@TempDir(cleanup = CleanupMode.ALWAYS)
	Path folder;

	@Test
	void findsTokensInEachEncoding() throws Exception {
		assertFound(planted(TOKEN));
	}

	@Test
	void findsNotedSecretsInEachEncoding() throws Exception {
		assertFound(planted(PASSWORD));
	}

	@Test
	void findsASecretAcrossBlocksAndAtTheEnd() throws Exception {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int start : new int[] { 0, BLOCK - TOKEN.length(), BLOCK - 20, BLOCK - 1, BLOCK, 2 * BLOCK - 5 }) {
			files.put("at " + start, ("x".repeat(start) + TOKEN).getBytes(StandardCharsets.UTF_8));
			files.put("inside, at " + start, ("\n".repeat(start) + TOKEN + "y".repeat(BLOCK)).getBytes(StandardCharsets.UTF_8));
		}
		assertFound(files);
	}

	@Test
	void findsNothingWhereThereIsNothing() throws Exception {
		Path place = Files.createDirectory(folder.resolve("place"));
		Files.writeString(place.resolve("a.log"), "Leaky Canary7, pa\"ss, " + Base64.getEncoder().encodeToString("another secret".getBytes()));
		Files.writeString(place.resolve("demo.json"), TOKEN);
		Program.Result result = scan(place);
		assertEquals(0, result.code(), result::toString);
		assertTrue(result.output().startsWith("1 files searched"), result::toString);
	}

	/** File by file, the same secret in all the shapes that logs, stores and protocols give to it. */
	private static Map<String, byte[]> planted(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		String hex = HexFormat.of().formatHex(bytes);
		Map<String, byte[]> files = new LinkedHashMap<>();
		text(files, "plain.log", secret);
		text(files, "url.log", URLEncoder.encode(secret, StandardCharsets.UTF_8));
		text(files, "url-all.log", hex.replaceAll("(..)", "%$1"));
		text(files, "url-all-upper.log", hex.toUpperCase().replaceAll("(..)", "%$1"));
		text(files, "hex.log", hex);
		text(files, "json.log", secret.replace("\\", "\\\\").replace("\"", "\\\""));
		text(files, "json-slash.log", secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
		text(files, "json-html.log", secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("=", "\\u003d").replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
		text(files, "json-all.log", hex.replaceAll("(..)", "\\\\u00$1"));
		text(files, "report.xml", secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"));
		files.put("utf16le.db", ("\0" + secret + "\0").getBytes(StandardCharsets.UTF_16LE));
		files.put("utf16be.db-wal", ("\0" + secret + "\0").getBytes(StandardCharsets.UTF_16BE));
		for (String prefix : new String[] { "", "u", "us", "use", "user=anna.muster@demo.test\1auth=Bearer " }) {
			byte[] around = (prefix + secret + "\1\1").getBytes(StandardCharsets.UTF_8);
			text(files, "base64-" + prefix.length() + ".log", Base64.getEncoder().encodeToString(around));
			text(files, "base64url-" + prefix.length() + ".log", Base64.getUrlEncoder().encodeToString(around));
			text(files, "base64-in-url-" + prefix.length() + ".log", URLEncoder.encode(Base64.getEncoder().encodeToString(around), StandardCharsets.UTF_8));
			text(files, "base64-in-lines-" + prefix.length() + ".eml", Base64.getMimeEncoder(12, new byte[] { '\r', '\n' }).encodeToString(around));
		}
		return files;
	}

	private static void text(Map<String, byte[]> files, String name, String secret) {
		files.put(name, ("2026-11-25 FINE something=" + secret + "; more\n").getBytes(StandardCharsets.UTF_8));
	}

	private void assertFound(Map<String, byte[]> planted) throws Exception {
		Path place = Files.createDirectory(folder.resolve("place"));
		for (Map.Entry<String, byte[]> file : planted.entrySet()) {
			Files.write(place.resolve(file.getKey()), file.getValue());
		}
		Program.Result result = scan(place);
		assertEquals(1, result.code(), result::toString);
		assertEquals(new TreeSet<>(planted.keySet()), result.output().lines().filter(line -> line.startsWith("SECRET "))
				.map(line -> line.substring(line.indexOf("place/") + 6, line.indexOf(": "))).collect(Collectors.toCollection(TreeSet::new)));
		assertFalse(result.output().contains(TOKEN.substring(12)) || result.output().contains("ss/w"), "the report itself tells nothing");
	}

	private Program.Result scan(Path place) throws Exception {
		Path ledger = folder.resolve("secrets");
		Files.writeString(ledger, "password\t" + Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)) + "\n");
		return new Program(Made.ROOT.resolve("test").toString(), "--scan", place.toString()).with("POSTKONTOR_SECRETS", ledger.toString()).run(LIMIT);
	}
}
