package org.postkontor.demo.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

class DemoWorldTest {

	private static final String ANNA = "anna.muster@demo.test";
	private static final String BERT = "bert.beispiel@demo.test";

	@TempDir
	private static Path folder;
	private static DemoGuest guest;

	@BeforeAll
	static void start() throws Exception {
		guest = new DemoGuest(folder);
	}

	@AfterAll
	static void stop() throws Exception {
		guest.close();
	}

	@Test
	void anIssuedTokenSignsInOnEveryProtocol() throws Exception {
		String token = guest.accessToken(ANNA);
		assertDoesNotThrow(() -> guest.signIn("imap", ANNA, token, true));
		assertDoesNotThrow(() -> guest.signIn("pop3", ANNA, token, true));
	}

	@Test
	void twoTokensOfOneUserAreBothGood() throws Exception {
		String first = guest.accessToken(ANNA);
		guest.accessToken(ANNA);
		assertDoesNotThrow(() -> guest.signIn("imap", ANNA, first, true));
	}

	@Test
	void aTokenOfSomebodyElseIsRefused() throws Exception {
		String token = guest.accessToken("clara.muster@demo.test");
		assertThrows(MessagingException.class, () -> guest.signIn("imap", ANNA, token, true));
	}

	@Test
	void aRevokedTokenIsRefused() throws Exception {
		String token = guest.accessToken("clara.muster@demo.test");
		guest.control("/idp?expire=clara.muster@demo.test");
		assertThrows(MessagingException.class,
				() -> guest.signIn("imap", "clara.muster@demo.test", token, true));
	}

	@Test
	void bertSignsInByPasswordAndAnnaDoesNot() {
		assertDoesNotThrow(() -> guest.signIn("imap", BERT, guest.password(BERT), false));
		assertThrows(MessagingException.class, () -> guest.signIn("imap", BERT, "guess", false));
		assertThrows(MessagingException.class, () -> guest.signIn("imap", ANNA, guest.password(ANNA), false));
	}

	@Test
	void aSentMailArrivesWithItsBytesUnderTheHeadersOfTheServer() throws Exception {
		String mail = "From: " + ANNA + "\r\nTo: " + BERT + "\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
				+ "Message-ID: <bytes@demo.test>\r\nMIME-Version: 1.0\r\n\r\n.dot\r\nlast  \r\n";
		guest.send(new MimeMessage(guest.session(true),
				new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))), ANNA, guest.accessToken(ANNA));
		JsonObject entry = JsonParser.parseString(new String(guest.control("/mailbox?user=" + BERT)))
				.getAsJsonArray().get(0).getAsJsonObject();
		String stored = new String(guest.control("/message?user=" + BERT + "&uid=" + entry.get("uid").getAsString()),
				StandardCharsets.US_ASCII);
		assertEquals("<bytes@demo.test>", entry.get("messageId").getAsString());
		assertTrue(stored.startsWith("Return-Path: <" + ANNA + ">\r\nReceived: "), stored);
		assertEquals(mail, stored.substring(stored.indexOf("From: ")));
	}

	@Test
	void theDirectoryNamesTheRealPorts() throws Exception {
		String xml = guest.get(guest.text("directoryUrl") + "demo.test?emailaddress=x");
		assertTrue(xml.contains("<port>" + guest.port("imap") + "</port>"), xml);
		assertTrue(xml.contains("<issuer>" + guest.text("issuer") + "</issuer>"), xml);
		assertTrue(xml.contains("<username>%EMAILADDRESS%</username>"), xml);
	}

	@Test
	void aFaultCanBePutOnALaneAndTakenAway() throws Exception {
		guest.control("/fault?lane=pop3&kind=refuse");
		assertThrows(MessagingException.class, () -> guest.signIn("pop3", BERT, guest.password(BERT), false));
		guest.control("/fault?lane=pop3&kind=heal");
		assertDoesNotThrow(() -> guest.signIn("pop3", BERT, guest.password(BERT), false));
		assertTrue(new String(guest.control("/fault?lane=fax&kind=heal")).contains("lane"));
	}

	@Test
	void theFilesAreTheOwnersAndHoldNoKey() throws Exception {
		for (String name : new String[] { "ca.pem", "branding.json", "demo.json" }) {
			assertFalse(Files.readString(folder.resolve(name)).contains("PRIVATE KEY"));
			if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
				assertEquals("rw-------",
						PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
			}
		}
	}
}
