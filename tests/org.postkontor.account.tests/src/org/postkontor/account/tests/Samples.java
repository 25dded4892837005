package org.postkontor.account.tests;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

final class Samples {
	private Samples() {
	}

	static Account account(String id, String address) throws ProblemException {
		AuthBinding oauth = AuthBinding.of("oauth", address, Map.of("issuer", "https://login.example.test", "tokenUrl", "https://login.example.test/token"))
				.signedIn("session-1");
		return new Account(new AccountId(id), address, MailAddress.parse(address), "Anna Muster", Scope.EMPLOYEE,
				List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, oauth),
						new Endpoint(Protocol.SMTP, "smtp.example.test", 587, TlsMode.STARTTLS, AuthBinding.of("password", address, Map.of()))));
	}

	static Problem problem(Executable action) {
		return Assertions.assertThrows(ProblemException.class, action).problem();
	}
}
