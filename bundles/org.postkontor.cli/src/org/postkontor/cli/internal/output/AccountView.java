package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;

import com.google.gson.JsonObject;

/** An account as the command line shows it. */
public final class AccountView {
	private final Texts texts;

	public AccountView(Texts texts) {
		this.texts = texts;
	}

	public static boolean signedIn(Account account) {
		return !account.endpoints().isEmpty() && account.endpoints().stream().allMatch(e -> e.auth().session().isPresent());
	}

	public JsonObject json(Account account) {
		return new Json().text("id", account.id()).text("name", account.name()).text("address", account.address())
				.text("senderName", account.senderName()).text("scope", account.scope()).flag("signedIn", signedIn(account))
				.add("endpoints", Json.array(account.endpoints(), AccountView::json)).object();
	}

	public static JsonObject json(Endpoint endpoint) {
		AuthBinding auth = endpoint.auth();
		return new Json().text("protocol", endpoint.protocol()).text("direction", endpoint.direction()).text("host", endpoint.host())
				.number("port", endpoint.port()).text("tls", endpoint.tls())
				.text("leaveOnServer", leaveOnServer(endpoint))
				.add("auth", new Json().text("provider", auth.provider()).text("principal", auth.principal()).text("mailbox", auth.mailbox())
						.flag("signedIn", auth.session().isPresent()).add("settings", Json.texts(auth.settings())).object())
				.object();
	}

	/** As the option takes it. */
	private static Optional<String> leaveOnServer(Endpoint endpoint) {
		LeaveOnServer wanted = endpoint.leaveOnServer();
		if (endpoint.protocol() != Protocol.POP3) {
			return Optional.empty();
		}
		return Optional.of(wanted.isAlways() ? "yes" : wanted.equals(LeaveOnServer.UNTIL_STORED) ? "no" : String.valueOf(wanted.days().getAsInt()));
	}

	public List<String> lines(Account account) {
		List<String> lines = new ArrayList<>();
		lines.add(account.name() + " <" + account.address() + ">");
		lines.add("  " + texts.get("account.id") + ": " + account.id());
		for (Endpoint endpoint : account.endpoints()) {
			lines.add("  " + line(endpoint) + ", " + texts.get(endpoint.auth().session().isPresent() ? "signed-in" : "signed-out"));
			if (!endpoint.leaveOnServer().isAlways()) {
				lines.add("    " + texts.get(endpoint.leaveOnServer().equals(LeaveOnServer.UNTIL_STORED) ? "account.deletes" : "account.deletes-later", "days",
						endpoint.leaveOnServer().days().getAsInt()));
			}
		}
		return lines;
	}

	/** One server in one line. */
	public static String line(Endpoint endpoint) {
		return endpoint.protocol() + " " + endpoint.host() + ":" + endpoint.port() + " " + endpoint.tls() + ", " + endpoint.auth().provider();
	}
}
