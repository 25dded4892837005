package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.problem.Problem;

import com.google.gson.JsonObject;

/** What the check of a registration found: every step, left-out ones too, and the mistake in words. */
public final class FindingsView {
	private static final String LEFT_OUT = "SKIPPED";

	private final Texts texts;
	private final Wording wording;

	public FindingsView(Texts texts, Wording wording) {
		this.texts = texts;
		this.wording = wording;
	}

	public JsonObject json(Account account, String provider, List<Finding> findings) {
		return new Json().text("account", account.id()).text("address", account.address()).text("provider", provider)
				.flag("passed", passed(findings)).add("steps", Json.array(List.of(Step.values()), step -> json(step, of(step, findings)))).object();
	}

	public List<String> lines(List<Finding> findings) {
		List<String> lines = new ArrayList<>();
		for (Step step : Step.values()) {
			Optional<Finding> finding = of(step, findings);
			lines.add(texts.get("result." + result(finding)) + "  " + texts.of("step", step));
			finding.flatMap(Finding::problem).ifPresent(problem -> wording.lines(problem).forEach(line -> lines.add("  " + line)));
		}
		lines.add(texts.get(verdict(findings)));
		return lines;
	}

	private JsonObject json(Step step, Optional<Finding> finding) {
		Optional<Problem> problem = finding.flatMap(Finding::problem);
		return new Json().text("step", step).text("title", texts.of("step", step)).text("result", result(finding))
				.add("problem", problem.map(wording::json)).object();
	}

	private static String verdict(List<Finding> findings) {
		if (passed(findings)) {
			return "register.passed";
		}
		return findings.stream().anyMatch(finding -> finding.result() == Result.FAILED) ? "register.failed" : "register.unknown";
	}

	private static boolean passed(List<Finding> findings) {
		return Arrays.stream(Step.values()).allMatch(step -> of(step, findings).filter(finding -> finding.result() == Result.PASSED).isPresent());
	}

	private static String result(Optional<Finding> finding) {
		return finding.map(Finding::result).map(Result::name).orElse(LEFT_OUT);
	}

	private static Optional<Finding> of(Step step, List<Finding> findings) {
		return findings.stream().filter(finding -> finding.step() == step).findFirst();
	}
}
