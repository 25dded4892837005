package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.account.tests.Samples.account;
import static org.postkontor.account.tests.Samples.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.internal.JsonAccountRegistry;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class JsonAccountRegistryTest {
	@TempDir
	Path folder;
	private AccountRegistry registry;

	@BeforeEach
	void open() {
		registry = another();
	}

	private AccountRegistry another() {
		return new JsonAccountRegistry(new Home(folder, true));
	}

	private Path file(String id) {
		return folder.resolve("accounts").resolve(id + ".json");
	}

	private List<Path> corrupt() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("accounts").resolve("corrupt"))) {
			return files.toList();
		}
	}

	@Test
	void anEmptyHomeHasNoAccountsAndNoProblems() {
		assertEquals(List.of(), registry.accounts());
		assertEquals(List.of(), registry.problems());
	}

	@Test
	void keepsEveryFieldAcrossProcesses() throws Exception {
		Account account = account("a-1", "änna@bücher.example");
		registry.save(account);
		assertEquals(Optional.of(account), another().find(new AccountId("a-1")));
	}

	@Test
	void listsInOrderOfName() throws Exception {
		registry.save(account("a-1", "zoe@example.test"));
		registry.save(account("a-2", "Anna@example.test"));
		registry.save(account("a-3", "max@example.test"));
		assertEquals(List.of("a-2", "a-3", "a-1"), registry.accounts().stream().map(a -> a.id().value()).toList());
	}

	@Test
	void findsAnAddressWithoutRegardToCase() throws Exception {
		registry.save(account("a-1", "Anna@example.test"));
		assertTrue(registry.find(MailAddress.parse("anna@EXAMPLE.test")).isPresent());
		assertTrue(registry.find(MailAddress.parse("otto@example.test")).isEmpty());
	}

	@Test
	void seesWhatAnotherProcessChanged() throws Exception {
		Account account = account("a-1", "anna@example.test");
		registry.save(account);
		registry.accounts();
		Account renamed = new Account(account.id(), "Another", account.address(), account.senderName(), account.scope(), account.endpoints());
		another().save(renamed);
		assertEquals("Another", registry.find(account.id()).orElseThrow().name());
		another().remove(account.id());
		assertTrue(registry.accounts().isEmpty());
	}

	@Test
	void removingAnUnknownAccountIsNoError() throws Exception {
		registry.remove(new AccountId("nobody"));
		assertEquals(List.of(), registry.problems());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{\"formatVersion\":1}", "{\"formatVersion\":\"x\"}", "{\"formatVersion\":1,\"id\":\"../x\"}",
			"\0\0\0\0", "{\"formatVersion\":1,\"id\":\"bad\",\"name\":\"n\",\"address\":\"nobody\",\"senderName\":\"\",\"scope\":\"OFFICE\",\"endpoints\":[]}" })
	void movesADamagedFileAsideWithItsBytesAndLoadsTheOthers(String content) throws Exception {
		registry.save(account("good", "anna@example.test"));
		Files.writeString(file("bad"), content);
		assertEquals(List.of("good"), registry.accounts().stream().map(a -> a.id().value()).toList());
		assertFalse(Files.exists(file("bad")));
		assertEquals(1, corrupt().size());
		assertEquals(content, Files.readString(corrupt().get(0)));
		Problem problem = registry.problems().get(0);
		assertEquals("account.damaged", problem.id());
		assertEquals(ProblemKind.STORAGE, problem.kind());
		assertEquals(corrupt().get(0).toString(), problem.values().get("file"));
	}

	@Test
	void aFileUnderAnotherIdIsDamaged() throws Exception {
		registry.save(account("a-1", "anna@example.test"));
		Files.copy(file("a-1"), file("a-2"));
		assertEquals(1, registry.accounts().size());
		assertEquals(1, corrupt().size());
	}

	@Test
	void aLaterProcessStillReportsTheDamagedFile() throws Exception {
		registry.save(account("good", "anna@example.test"));
		Files.writeString(file("bad"), "{");
		registry.accounts();
		assertEquals("account.damaged", another().problems().get(0).id());
	}

	@Test
	void leavesANewerFormatUntouched() throws Exception {
		registry.save(account("good", "anna@example.test"));
		String newer = "{\"formatVersion\": 7, \"id\": \"new\", \"surprise\": true}";
		Files.writeString(file("new"), newer);
		assertEquals(1, registry.accounts().size());
		Problem problem = registry.problems().get(0);
		assertEquals("account.newer", problem.id());
		assertEquals(Remedy.UPDATE_PRODUCT, problem.remedy());
		assertEquals("account.newer", problem(() -> registry.save(account("new", "otto@example.test"))).id());
		assertEquals("account.newer", problem(() -> registry.remove(new AccountId("new"))).id());
		assertEquals(newer, Files.readString(file("new")));
	}

	@Test
	void filesAreForTheOwnerOnly() throws Exception {
		registry.save(account("a-1", "anna@example.test"));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a-1"))));
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("accounts"))));
	}

	@Test
	void leavesNoTemporaryFile() throws Exception {
		registry.save(account("a-1", "anna@example.test"));
		registry.save(account("a-1", "anna@example.test"));
		try (Stream<Path> files = Files.list(folder.resolve("accounts"))) {
			assertEquals(List.of(file("a-1")), files.toList());
		}
	}

	@Test
	void keepsTheOldStateWhenItCannotWrite() throws Exception {
		Account account = account("a-1", "anna@example.test");
		Files.writeString(folder.resolve("accounts"), "in the way");
		Problem problem = problem(() -> registry.save(account));
		assertEquals("account.unwritable", problem.id());
		assertEquals(ProblemKind.STORAGE, problem.kind());
		assertEquals("in the way", Files.readString(folder.resolve("accounts")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "clientSecret", "refreshToken", "appPasswort" })
	void refusesASettingThatLooksLikeASecret(String key) throws Exception {
		Account account = account("a-1", "anna@example.test");
		Endpoint smtp = account.endpoints().get(1);
		Account bad = account.with(smtp.with(AuthBinding.of("x", "anna", Map.of(key, "hidden"))));
		IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> registry.save(bad));
		assertFalse(failure.getMessage().contains("hidden"));
		assertFalse(Files.exists(file("a-1")));
	}

	@Test
	void tellsListenersUntilTheyAreRemoved() throws Exception {
		AtomicInteger changes = new AtomicInteger();
		AutoCloseable listening = registry.listen(changes::incrementAndGet);
		registry.save(account("a-1", "anna@example.test"));
		registry.remove(new AccountId("a-1"));
		listening.close();
		registry.save(account("a-1", "anna@example.test"));
		assertEquals(2, changes.get());
	}
}
