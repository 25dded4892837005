package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckTexts;
import org.postkontor.check.NamedIssuer;

import com.google.gson.JsonObject;

/** The account test as the command line shows it. */
public final class CheckView {
	private final Texts texts;
	private final Wording wording;
	private final CheckTexts labels = new CheckTexts();

	public CheckView(Texts texts, Wording wording) {
		this.texts = texts;
		this.wording = wording;
	}

	public JsonObject json(CheckStep step) {
		return new Json().text("id", step.id()).text("title", title(step)).text("result", step.result()).text("detail", step.detail())
				.number("millis", step.millis()).add("problem", step.problem().map(wording::json))
				.add("children", Json.array(step.children(), this::json)).object();
	}

	public JsonObject json(CheckReport report) {
		return new Json().text("account", report.account().id()).text("address", report.account().address()).text("started", report.started())
				.flag("passed", report.passed()).add("steps", Json.array(report.steps(), this::json))
				.add("namedIssuers", Json.array(NamedIssuer.in(report.steps()), new IssuerView(texts)::json)).object();
	}

	/** {@code {"event":"step", "step": …}}. */
	public JsonObject event(CheckStep step) {
		return new Json().text("event", "step").add("step", json(step)).object();
	}

	/** One line; with its problem below. */
	public List<String> lines(CheckStep step, String indent) {
		List<String> lines = new ArrayList<>();
		lines.add(indent + texts.of("result", step.result()) + "  " + title(step) + (step.detail().isBlank() ? "" : ": " + step.detail())
				+ (step.result() == CheckStep.Result.RUNNING ? "" : " (" + step.millis() + " ms)"));
		step.problem().ifPresent(p -> wording.lines(p).forEach(line -> lines.add(indent + "  " + line)));
		return lines;
	}

	/** The whole tree and the verdict. */
	public List<String> lines(CheckReport report) {
		List<String> lines = new ArrayList<>();
		report.steps().forEach(s -> tree(s, "", lines));
		lines.add(texts.get(report.passed() ? "check.passed" : "check.failed", "address", report.account().address()));
		return lines;
	}

	private void tree(CheckStep step, String indent, List<String> lines) {
		lines.addAll(lines(step, indent));
		step.children().forEach(child -> tree(child, indent + "  ", lines));
	}

	private String title(CheckStep step) {
		return labels.label(step.id(), texts.locale());
	}
}
