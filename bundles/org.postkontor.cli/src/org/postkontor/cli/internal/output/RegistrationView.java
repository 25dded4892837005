package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides;
import org.postkontor.auth.guide.Guides.Registration;
import org.postkontor.auth.spi.ProviderDescription;

import com.google.gson.JsonObject;

/** What has to be entered at a provider: the steps if they are known, redirect addresses and rights in any case. */
public final class RegistrationView {
	private final Texts texts;
	private final Guides guides;

	public RegistrationView(Texts texts, Guides guides) {
		this.texts = texts;
		this.guides = guides;
	}

	public JsonObject json(ProviderDescription provider, Registration facts) {
		return new Json().text("provider", provider.id()).text("label", provider.label()).add("redirects", Json.texts(facts.redirects()))
				.add("rights", new Json().add("send", rights(facts.send())).add("receive", rights(facts.receive())).object())
				.add("guide", guide(provider, facts).map(GuideView::json)).object();
	}

	public List<String> lines(ProviderDescription provider, Registration facts) {
		List<String> lines = new ArrayList<>();
		guide(provider, facts).map(new GuideView(texts)::lines).ifPresentOrElse(lines::addAll,
				() -> lines.add(texts.get("register.title", "provider", provider.label())));
		lines.add("");
		lines.add(texts.get("register.redirects"));
		facts.redirects().forEach(redirect -> lines.add("  " + redirect));
		rights("register.send", facts.send(), lines);
		rights("register.receive", facts.receive(), lines);
		return lines;
	}

	private void rights(String title, List<String> scopes, List<String> lines) {
		if (!scopes.isEmpty()) {
			lines.add(texts.get(title));
			new RightsView(guides, texts).lines(scopes).forEach(right -> lines.add("  " + right));
		}
	}

	private com.google.gson.JsonArray rights(List<String> scopes) {
		return Json.array(guides.rights(scopes, texts.locale()),
				right -> new Json().text("scope", right.scope()).text("name", right.name()).text("reason", right.reason()).object());
	}

	private Optional<Guide> guide(ProviderDescription provider, Registration facts) {
		return guides.registration(provider.id(), facts, texts.locale());
	}
}
