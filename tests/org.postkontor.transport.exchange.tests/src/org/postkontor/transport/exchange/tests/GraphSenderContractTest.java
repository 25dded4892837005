package org.postkontor.transport.exchange.tests;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.contract.MailSenderContract;
import org.postkontor.transport.MailSender;

class GraphSenderContractTest extends MailSenderContract {
	private Stage stage;

	@BeforeEach
	void start() throws IOException {
		stage = new Stage(Protocol.GRAPH);
	}

	@AfterEach
	void stop() {
		stage.close();
	}

	@Override
	protected MailSender sender() {
		return stage.sender();
	}

	@Override
	protected Endpoint endpoint() {
		return stage.endpoint();
	}

	@Override
	protected Credential credential() {
		return Stage.token(Stage.TOKEN);
	}

	@Override
	protected Credential wrongCredential() {
		return Stage.token(Stage.BAD_TOKEN);
	}

	@Override
	protected String wrongSecret() {
		return Stage.BAD_TOKEN;
	}

	@Override
	protected List<byte[]> delivered() {
		return stage.taken.stream().map(Stage.Taken::bytes).toList();
	}

	@Override
	protected Set<String> lastRecipients() {
		return Recipients.of(stage.taken.get(stage.taken.size() - 1));
	}

	@Override
	protected boolean authenticatesOnConnect() {
		return false;
	}

	@Override
	protected void serverWill(Mishap mishap) {
		switch (mishap) {
		case REJECT_MAIL -> stage.planned.add(Answers.graph(400, "ErrorInvalidRecipients"));
		case DEFER_MAIL -> stage.planned.add(Answers.graph(500, "ErrorInternalServerError"));
		case HANG_UP_BEFORE_BOUNDARY -> stage.peer.hangUpOnce();
		case LOSE_THE_ANSWER -> stage.planned.add(Stage.LOST_ANSWER);
		}
	}
}
