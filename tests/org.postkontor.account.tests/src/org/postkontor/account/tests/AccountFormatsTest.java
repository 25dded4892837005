package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.account.internal.JsonAccountRegistry;

/** Files of format 1, and what format 2 added: how long mails stay on a POP3 server. */
class AccountFormatsTest {
	private static final AccountId ID = new AccountId("a-1");
	private static final String FORMAT_1 = """
			{
			  "formatVersion": 1,
			  "id": "a-1",
			  "name": "anna@example.test",
			  "address": "anna@example.test",
			  "senderName": "Anna Muster",
			  "scope": "OFFICE",
			  "endpoints": [
			    {
			      "protocol": "POP3",
			      "host": "pop.example.test",
			      "port": 995,
			      "tls": "IMPLICIT",
			      "auth": {
			        "provider": "password",
			        "principal": "anna",
			        "mailbox": "anna",
			        "session": "s-1",
			        "settings": {}
			      }
			    }
			  ]
			}
			""";

	@TempDir
	Path folder;
	private AccountRegistry registry;
	private Path file;

	@BeforeEach
	void open() throws IOException {
		registry = new JsonAccountRegistry(new Home(folder, true));
		file = Files.createDirectories(folder.resolve("accounts")).resolve("a-1.json");
	}

	private Account found() {
		return registry.find(ID).orElseThrow();
	}

	private LeaveOnServer kept() {
		return found().endpoint(Direction.RECEIVE).orElseThrow().leaveOnServer();
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("accounts"))) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void anAccountOfFormat1LeavesItsMailsOnTheServer() throws Exception {
		Files.writeString(file, FORMAT_1);
		assertEquals(LeaveOnServer.ALWAYS, kept());
		assertTrue(found().endpoints().get(0).auth().uses("s-1"));
		assertEquals(FORMAT_1, Files.readString(file), "reading changes nothing");
		assertEquals(List.of("a-1.json"), names());
	}

	@Test
	void savingKeepsTheFileOfFormat1BesideIt() throws Exception {
		Files.writeString(file, FORMAT_1);
		Account before = found();
		Account changed = before.with(before.endpoints().get(0).with(LeaveOnServer.days(30)));
		registry.save(changed);
		registry.save(changed);
		Path backup = folder.resolve("accounts/a-1.json.v1.backup");
		assertEquals(FORMAT_1, Files.readString(backup));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
		assertEquals(LeaveOnServer.days(30), kept());
		assertEquals(List.of("a-1.json", "a-1.json.v1.backup"), names());
	}

	@Test
	void removingAnAccountLeavesNothingOfIt() throws Exception {
		Files.writeString(file, FORMAT_1);
		registry.save(found());
		registry.remove(ID);
		assertEquals(List.of(), names());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 999 })
	void keepsHowLongMailsStayOnTheServer(int days) throws Exception {
		Files.writeString(file, FORMAT_1);
		registry.save(found().with(List.of(new Endpoint(Protocol.POP3, "pop.example.test", 995, TlsMode.IMPLICIT,
				AuthBinding.of("password", "anna", Map.of()), LeaveOnServer.days(days)))));
		assertEquals(LeaveOnServer.days(days), new JsonAccountRegistry(new Home(folder, true)).find(ID).orElseThrow().endpoints().get(0).leaveOnServer());
	}

	@Test
	void aFileSaysNothingWhereMailsAlwaysStay() throws Exception {
		Files.writeString(file, FORMAT_1);
		registry.save(found());
		assertFalse(Files.readString(file).contains("leaveOnServer"));
	}

	@ParameterizedTest
	@CsvSource({ "POP3,-1", "POP3,1000", "POP3,x", "IMAP,7" })
	void impossibleDaysAreADamagedFile(String protocol, String days) throws Exception {
		Files.writeString(file, FORMAT_1.replace("POP3", protocol).replace("\"formatVersion\": 1", "\"formatVersion\": 2").replace("\"tls\": \"IMPLICIT\"",
				"\"tls\": \"IMPLICIT\", \"leaveOnServerDays\": \"" + days + "\""));
		assertTrue(registry.find(ID).isEmpty());
		assertEquals("account.damaged", registry.problems().get(0).id());
	}
}
