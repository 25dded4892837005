package org.postkontor.cli.internal.output;

import java.util.List;

import org.postkontor.check.NamedIssuer;

import com.google.gson.JsonObject;

/** A sign-in service that mail servers named, as the command line shows it. */
public record IssuerView(Texts texts) {
	/** {@code {issuer, hosts[]}}. */
	public JsonObject json(NamedIssuer issuer) {
		return new Json().text("issuer", issuer.issuer()).add("hosts", Json.texts(issuer.hosts())).object();
	}

	/** {@code {"event":"issuer-approved", …}}. */
	public JsonObject approved(NamedIssuer issuer) {
		return new Json().text("event", "issuer-approved").text("issuer", issuer.issuer()).add("hosts", Json.texts(issuer.hosts())).object();
	}

	/** What approving it means, and how to do it without a terminal. */
	public List<String> lines(NamedIssuer issuer) {
		return List.of(text("check.issuer", issuer), text("check.issuer.meaning", issuer), text("check.issuer.option", issuer));
	}

	public String question(NamedIssuer issuer) {
		return text("check.issuer.confirm", issuer);
	}

	private String text(String key, NamedIssuer issuer) {
		return texts.get(key, "issuer", issuer.issuer(), "issuerHost", issuer.issuerHost(), "hosts", String.join(", ", issuer.hosts()));
	}
}
