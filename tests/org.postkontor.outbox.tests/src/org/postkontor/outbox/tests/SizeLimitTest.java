package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.TlsMode;

/** What the outbox remembers of the largest mail that a server takes. */
class SizeLimitTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private void sendOne(OptionalLong announced) throws Exception {
		rig.sender.maxSize = announced;
		rig.submit();
		rig.drain();
	}

	@Test
	void isUnknownBeforeTheFirstMail() throws Exception {
		assertEquals(OptionalLong.empty(), rig.outbox().sizeLimit(Rig.ANNA));
		assertEquals(OptionalLong.empty(), rig.outbox().sizeLimit(new AccountId("nobody")));
	}

	@Test
	void isWhatTheServerSaidLastAlsoAfterARestart() throws Exception {
		sendOne(OptionalLong.of(20_000_000));
		sendOne(OptionalLong.of(30_000_000));
		rig.restart();
		assertEquals(OptionalLong.of(30_000_000), rig.outbox().sizeLimit(Rig.ANNA));
	}

	@Test
	void endsWhenTheServerNamesNoneAnyMore() throws Exception {
		sendOne(OptionalLong.of(20_000_000));
		sendOne(OptionalLong.empty());
		assertEquals(OptionalLong.empty(), rig.outbox().sizeLimit(Rig.ANNA));
	}

	@Test
	void doesNotHoldForAnotherServer() throws Exception {
		sendOne(OptionalLong.of(20_000_000));
		Account anna = rig.accounts.find(Rig.ANNA).orElseThrow();
		rig.accounts.save(anna.with(List.of(anna.endpoint(Direction.SEND).orElseThrow().movedTo("other.example.test", 465, TlsMode.IMPLICIT))));
		assertEquals(OptionalLong.empty(), rig.outbox().sizeLimit(Rig.ANNA));
	}

	@Test
	void isKnownBeforeTheFirstMailIfAnAccountTestHasHeardIt() throws Exception {
		Endpoint smtp = rig.accounts.find(Rig.ANNA).orElseThrow().endpoint(Direction.SEND).orElseThrow();
		rig.outbox().learned(Rig.ANNA, smtp, OptionalLong.of(20_000_000));
		assertEquals(OptionalLong.of(20_000_000), rig.outbox().sizeLimit(Rig.ANNA));
		rig.outbox().learned(Rig.ANNA, smtp.movedTo("other.example.test", 465, TlsMode.IMPLICIT), OptionalLong.of(10_000_000));
		assertEquals(OptionalLong.empty(), rig.outbox().sizeLimit(Rig.ANNA), "of settings that were only tried");
		sendOne(OptionalLong.of(30_000_000));
		assertEquals(OptionalLong.of(30_000_000), rig.outbox().sizeLimit(Rig.ANNA));
	}

	@Test
	void isNoReasonForAnAccountTestToFail() throws Exception {
		Endpoint smtp = rig.accounts.find(Rig.ANNA).orElseThrow().endpoint(Direction.SEND).orElseThrow();
		rig.outbox().close();
		rig.outbox().learned(Rig.ANNA, smtp, OptionalLong.of(20_000_000));
		rig.restart();
		assertEquals(OptionalLong.empty(), rig.outbox().sizeLimit(Rig.ANNA));
	}

	@Test
	void isWrittenOnceAndNotForEachMail() throws Exception {
		sendOne(OptionalLong.of(20_000_000));
		rig.sql("DELETE FROM size_limit");
		sendOne(OptionalLong.of(20_000_000));
		assertEquals(List.of("0"), rig.sql("SELECT count(*) FROM size_limit"));
	}
}
