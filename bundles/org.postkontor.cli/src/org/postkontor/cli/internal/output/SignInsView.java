package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.postkontor.account.AccountId;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.guide.Guides;

import com.google.gson.JsonObject;

/** Stored sign-ins as the command line shows them. */
public final class SignInsView {
	private final Texts texts;
	private final Wording wording;
	private final RightsView rights;
	private final Function<AccountId, String> name;

	/** @param name how an account is called */
	public SignInsView(Texts texts, Wording wording, Guides guides, Function<AccountId, String> name) {
		this.texts = texts;
		this.wording = wording;
		this.rights = new RightsView(guides, texts);
		this.name = name;
	}

	public JsonObject json(SignInInfo info) {
		return new Json().text("id", info.id()).text("provider", info.provider()).text("who", info.who()).text("tenant", info.tenant())
				.add("rights", Json.texts(info.rights())).text("issued", info.issued()).text("refreshed", info.refreshed()).text("used", info.used())
				.add("end", info.end().map(SignInsView::json)).text("verdict", info.verdict()).add("problem", info.problem().map(wording::json))
				.add("accounts", Json.texts(info.accounts())).object();
	}

	public JsonObject json(List<SignInInfo> all) {
		return new Json().add("signIns", Json.array(all, this::json)).object();
	}

	public List<String> lines(List<SignInInfo> all) {
		return all.isEmpty() ? List.of(texts.get("signins.none")) : all.stream().flatMap(info -> lines(info).stream()).toList();
	}

	private List<String> lines(SignInInfo info) {
		List<String> lines = new ArrayList<>();
		lines.add(info.who() + info.tenant().map(tenant -> " (" + tenant + ")").orElse("") + ", " + info.provider());
		lines.add(line("signins.verdict", texts.of("verdict", info.verdict())));
		info.problem().ifPresent(problem -> wording.lines(problem).forEach(text -> lines.add("  " + text)));
		rights.lines(info.rights()).forEach(right -> lines.add(line("signins.right", right)));
		lines.add(line("signins.issued", info.issued()));
		lines.add(line("signins.refreshed", info.refreshed()));
		info.used().ifPresent(used -> lines.add(line("signins.used", used)));
		info.end().ifPresent(end -> lines.add(line("signins.end", end.at() + ", " + texts.of("end", end.reason()))));
		lines.add(line("signins.accounts", info.accounts().stream().map(name).collect(Collectors.joining(", "))));
		lines.add(line("signins.id", info.id()));
		return lines;
	}

	private static JsonObject json(ForeseeableEnd end) {
		return new Json().text("at", end.at()).text("reason", end.reason()).object();
	}

	private String line(String key, Object value) {
		return "  " + texts.get(key) + ": " + value;
	}
}
