package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.guide.Guides;
import org.postkontor.auth.spi.AdminConsent.Link;

import com.google.gson.JsonObject;

/** What is sent to an administrator, and what he has not answered yet. */
public final class ConsentView {
	private final Texts texts;
	private final RightsView rights;

	public ConsentView(Texts texts, Guides guides) {
		this.texts = texts;
		this.rights = new RightsView(guides, texts);
	}

	public JsonObject json(Account account, Link link) {
		return new Json().text("account", account.id()).text("address", account.address()).text("organisation", link.organisation())
				.text("link", link.link()).add("scopes", Json.texts(link.scopes())).text("subject", subject(account))
				.text("text", String.join("\n", text(account, link))).object();
	}

	/** Subject and text of the mail. */
	public List<String> lines(Account account, Link link) {
		return Stream.concat(Stream.of(texts.get("consent.mail.head", "subject", subject(account)), ""),
				text(account, link).stream()).toList();
	}

	public JsonObject json(Pending pending) {
		return new Json().text("account", pending.account()).add("directions", Json.texts(pending.directions())).text("asked", pending.asked())
				.flag("automatic", pending.automatic()).text("next", pending.next()).object();
	}

	/** @param name how an account is called */
	public List<String> lines(List<Pending> pending, Function<AccountId, String> name) {
		return pending.isEmpty() ? List.of(texts.get("consent.none"))
				: pending.stream().map(p -> texts.get(p.automatic() ? "consent.pending" : "consent.pending.manual", "account", name.apply(p.account()),
						"asked", p.asked(), "next", p.next())).toList();
	}

	private String subject(Account account) {
		return texts.get("consent.mail.subject", "address", account.address());
	}

	private List<String> text(Account account, Link link) {
		List<String> lines = new ArrayList<>();
		lines.add(texts.get("consent.mail.greeting"));
		lines.add("");
		lines.add(texts.get("consent.mail.request", "address", account.address(), "organisation", link.organisation()));
		lines.add("");
		rights.lines(link.scopes()).forEach(right -> lines.add("- " + right));
		lines.add("");
		lines.add(texts.get("consent.mail.link"));
		lines.add(link.link().toASCIIString());
		lines.add("");
		lines.add(texts.get("consent.mail.end"));
		return lines;
	}
}
