package org.postkontor.transport.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.Protocol;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;

/** A token that ends in the middle of a batch (fault catalogue 63): the service has said that it did not take the mail. */
class TokenExpiryTest {
	@TempDir
	Path folder;

	private static HttpAnswer unauthorized(Protocol protocol) {
		return protocol == Protocol.GRAPH ? Answers.graph(401, "InvalidAuthenticationToken") : HttpAnswer.html(401, "Unauthorized");
	}

	private static HttpAnswer accepted(Protocol protocol) {
		return protocol == Protocol.GRAPH ? HttpAnswer.of(202, "text/plain", "") : Answers.ews("CreateItem", "NoError", "");
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void case63ATokenThatExpiresInABatchIsRenewedOnce(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.addAll(List.of(accepted(protocol), unauthorized(protocol)));
			List<OutboxId> batch = List.of(office.submit("one"), office.submit("two"), office.submit("three"));
			assertTrue(office.drain().paused().isEmpty());
			for (OutboxId id : batch) {
				assertEquals(MailState.FILED, office.entry(id).state());
				assertEquals(1, office.entry(id).attempts());
			}
			assertEquals(4, stage.sendings());
			assertEquals(List.of("Bearer token2", "Bearer token2"), stage.taken.stream().map(mail -> mail.request().header("authorization")).toList());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void case63ATokenThatWasRevokedInABatchIsTriedOnceMoreAndThenTheLaneWaits(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.addAll(List.of(accepted(protocol), unauthorized(protocol), unauthorized(protocol), unauthorized(protocol)));
			OutboxId first = office.submit("one");
			OutboxId second = office.submit("two");
			office.drain();
			assertEquals(MailState.FILED, office.entry(first).state());
			assertEquals(MailState.QUEUED, office.entry(second).state());
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, office.paused().orElseThrow().kind());
			assertEquals(3, stage.sendings());
			office.clock.advance(Duration.ofDays(1));
			office.drain();
			assertEquals(3, stage.sendings());
		}
	}
}
