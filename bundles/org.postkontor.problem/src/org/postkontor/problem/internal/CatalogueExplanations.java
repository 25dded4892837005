package org.postkontor.problem.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;

/** The rows of the product and of other bundles. Among rows that fit equally well, an added one counts: it knows its customers. */
@Component
public final class CatalogueExplanations implements Explanations {
	/** The numbers of Microsoft's sign-in service (AADSTS), which has a page about each of them. */
	private static final Pattern ENTRA_NUMBER = Pattern.compile("\\d{4,8}");
	private static final String ENTRA_PAGE = "https://login.microsoftonline.com/error?code=";

	private final MoreRows more;
	private final List<ExplanationRow> own = OwnRows.read();

	@Activate
	public CatalogueExplanations(@Reference MoreRows more) {
		this.more = more;
	}

	@Override
	public Problem explain(Problem problem, Answer answer) {
		List<ExplanationRow> rows = new ArrayList<>(more.rows());
		rows.addAll(own);
		Problem best = problem;
		int least = Integer.MAX_VALUE;
		for (ExplanationRow row : rows) {
			Optional<Integer> distance = row.distance(problem, answer);
			if (distance.isPresent() && distance.get() < least) {
				least = distance.get();
				best = row.applied(problem);
			}
		}
		return detailed(best, answer);
	}

	private static Problem detailed(Problem problem, Answer answer) {
		if (answer.codes().isEmpty()) {
			return problem;
		}
		Problem detailed = added(problem, "code", String.join(" ", answer.codes()));
		Optional<String> number = answer.source() == Answer.Source.OAUTH
				? answer.codes().stream().filter(code -> ENTRA_NUMBER.matcher(code).matches()).findFirst()
				: Optional.empty();
		return number.isEmpty() ? detailed : added(detailed, "lookup", ENTRA_PAGE + number.get());
	}

	private static Problem added(Problem problem, String name, String value) {
		return problem.details().containsKey(name) ? problem : problem.detail(name, value);
	}
}
