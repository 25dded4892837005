package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.account.MailAddress;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.DiscoveryResult.Asked;
import org.postkontor.discovery.Proposal;

import com.google.gson.JsonObject;

/** What discovery found, and where it looked. */
public final class DiscoveryView {
	private final Texts texts;
	private final Wording wording;

	public DiscoveryView(Texts texts, Wording wording) {
		this.texts = texts;
		this.wording = wording;
	}

	public JsonObject json(MailAddress address, DiscoveryResult result) {
		return new Json().text("address", address).add("proposals", Json.array(result.proposals(), DiscoveryView::json))
				.add("asked", Json.array(result.asked(), this::json)).object();
	}

	public List<String> lines(DiscoveryResult result) {
		List<String> lines = new ArrayList<>();
		result.proposals().forEach(p -> lines.addAll(lines(p)));
		if (result.proposals().isEmpty()) {
			lines.add(texts.get("discover.nothing"));
		}
		lines.add(texts.get("discover.asked"));
		result.asked().forEach(a -> lines.add("  " + a.source() + ": " + a.proposals() + " (" + a.millis() + " ms)"
				+ a.problem().map(p -> "  " + wording.title(p)).orElse("")));
		return lines;
	}

	/** One proposal with its servers. */
	public List<String> lines(Proposal proposal) {
		List<String> lines = new ArrayList<>();
		lines.add(proposal.label() + " (" + proposal.source() + ", " + texts.get(proposal.trusted() ? "trusted" : "untrusted") + ")");
		proposal.endpoints().forEach(e -> lines.add("  " + AccountView.line(e)));
		proposal.notes().forEach(n -> lines.add("  " + n));
		return lines;
	}

	private static JsonObject json(Proposal proposal) {
		return new Json().text("label", proposal.label()).text("source", proposal.source()).text("origin", proposal.origin())
				.flag("trusted", proposal.trusted()).add("endpoints", Json.array(proposal.endpoints(), AccountView::json))
				.add("notes", Json.texts(proposal.notes())).object();
	}

	private JsonObject json(Asked asked) {
		return new Json().text("source", asked.source()).number("proposals", asked.proposals())
				.add("problem", asked.problem().map(wording::json)).number("millis", asked.millis()).object();
	}
}
