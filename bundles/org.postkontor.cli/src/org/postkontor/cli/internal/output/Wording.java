package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.cli.ExitCode;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;

import com.google.gson.JsonObject;

/**
 * Says a problem: the command line's own ones ({@code cli.…}) from its texts, the others from the catalogue. Before the
 * catalogue is there (the product did not come up) others are named by their id.
 */
public final class Wording {
	private final Texts texts;
	private final Optional<ProblemTexts> catalogue;

	public Wording(Texts texts, Optional<ProblemTexts> catalogue) {
		this.texts = texts;
		this.catalogue = catalogue;
	}

	public String title(Problem problem) {
		return own(problem, "title").or(() -> catalogue.map(c -> c.title(problem, texts.locale()))).orElse(problem.id());
	}

	public String explanation(Problem problem) {
		return own(problem, "explanation").or(() -> catalogue.map(c -> c.explanation(problem, texts.locale())))
				.orElse(problem.values().toString());
	}

	/** {@code {id, kind, title, explanation, remedy, values, details}}. */
	public JsonObject json(Problem problem) {
		return new Json().text("id", problem.id()).text("kind", problem.kind()).text("title", title(problem))
				.text("explanation", explanation(problem)).text("remedy", problem.remedy()).add("values", Json.texts(problem.values()))
				.add("details", Json.texts(problem.details())).object();
	}

	/** {@code {"error": …, "exitCode": …}}. */
	public JsonObject json(Problem problem, ExitCode code) {
		return new Json().add("error", json(problem)).number("exitCode", code.number()).object();
	}

	public List<String> lines(Problem problem) {
		return lines("error", problem);
	}

	/** Of what was done, and has a catch. */
	public List<String> note(Problem problem) {
		return lines("note", problem);
	}

	private List<String> lines(String key, Problem problem) {
		List<String> lines = new ArrayList<>();
		lines.add(texts.get(key, "title", title(problem)));
		String explanation = explanation(problem);
		if (!explanation.isBlank()) {
			lines.add("  " + explanation);
		}
		problem.details().forEach((name, value) -> lines.add("  " + name + ": " + value));
		return lines;
	}

	private Optional<String> own(Problem problem, String part) {
		Object[] values = problem.values().entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray();
		return problem.id().startsWith("cli.") ? texts.find("problem." + problem.id().substring(4) + "." + part, values) : Optional.empty();
	}
}
