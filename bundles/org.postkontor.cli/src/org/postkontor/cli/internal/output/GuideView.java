package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.auth.guide.Guide;

import com.google.gson.JsonObject;

/** Numbered instructions as the command line shows them. */
public final class GuideView {
	private final Texts texts;

	public GuideView(Texts texts) {
		this.texts = texts;
	}

	public static JsonObject json(Guide guide) {
		return new Json().text("id", guide.id()).text("title", guide.title()).text("summary", guide.summary()).text("warning", guide.warning())
				.text("instead", guide.instead()).add("steps", Json.array(guide.steps(), GuideView::json)).object();
	}

	/** The warning stands before the steps. */
	public List<String> lines(Guide guide) {
		List<String> lines = new ArrayList<>(List.of(guide.title(), guide.summary()));
		guide.warning().ifPresent(warning -> lines.add(texts.get("guide.warning", "warning", warning)));
		guide.instead().ifPresent(provider -> lines.add(texts.get("guide.instead", "provider", provider)));
		int number = 1;
		for (Guide.Step step : guide.steps()) {
			lines.add(number++ + ". " + step.text());
			step.link().ifPresent(link -> lines.add("   " + link));
			step.copy().ifPresent(copy -> copy.lines().forEach(line -> lines.add("   " + line)));
		}
		return lines;
	}

	private static JsonObject json(Guide.Step step) {
		return new Json().text("text", step.text()).text("link", step.link()).text("copy", step.copy()).object();
	}
}
