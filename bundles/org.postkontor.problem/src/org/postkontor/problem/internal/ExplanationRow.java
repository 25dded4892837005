package org.postkontor.problem.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * What an answer means. A row never changes the kind of a problem, and does not apply where it would contradict it.
 *
 * @param codes   any of these; empty for rows that go by the words alone
 * @param pattern in the words
 * @param of      ids of the problems that the row refines; empty for all
 * @param problem id with the texts
 */
record ExplanationRow(Set<Answer.Source> sources, Set<String> codes, Optional<BoundedPattern> pattern, Set<String> of, String problem,
		Fixer fixer, Remedy remedy) {
	private static final Set<Remedy> BY_PERSON = EnumSet.of(Remedy.SIGN_IN, Remedy.CHOOSE_OTHER_USER, Remedy.ENTER_PASSWORD);
	private static final Set<ProblemKind> NEEDS_PERSON = EnumSet.of(ProblemKind.SIGN_IN_NEEDED, ProblemKind.CONSENT_NEEDED,
			ProblemKind.CREDENTIAL_REFUSED);
	/** More than any number of codes in an answer. */
	private static final int TIER = 1000;

	/**
	 * A row from its attributes {@code sources}, {@code codes}, {@code pattern}, {@code of}, {@code problem}, {@code fixer} and
	 * {@code remedy}; lists are separated by blanks.
	 *
	 * @throws IllegalArgumentException the message says what is wrong
	 */
	static ExplanationRow of(Function<String, @Nullable String> attributes) {
		List<Answer.Source> sources = words(attributes, "sources").stream().map(Answer.Source::valueOf).toList();
		Set<String> codes = Set.copyOf(words(attributes, "codes"));
		String expression = attributes.apply("pattern");
		Optional<BoundedPattern> pattern = expression == null || expression.isBlank() ? Optional.empty() : Optional.of(BoundedPattern.of(expression));
		if (sources.isEmpty() || codes.isEmpty() && pattern.isEmpty()) {
			throw new IllegalArgumentException("a row needs sources, and codes or a pattern");
		}
		return new ExplanationRow(Set.copyOf(sources), codes, pattern, Set.copyOf(words(attributes, "of")), required(attributes, "problem"),
				Fixer.valueOf(required(attributes, "fixer")), Remedy.valueOf(required(attributes, "remedy")));
	}

	/** How well the row fits, less is better: code and words, then words, then codes by their place in the answer. */
	Optional<Integer> distance(Problem asked, Answer answer) {
		if (!sources.contains(answer.source()) || !of.isEmpty() && !of.contains(asked.id()) || contradicts(asked)) {
			return Optional.empty();
		}
		int place = place(answer);
		boolean known = codes.isEmpty() || place < answer.codes().size();
		if (!known || pattern.isPresent() && !pattern.get().isIn(answer.text())) {
			return Optional.empty();
		}
		int tier = pattern.isEmpty() ? 2 : codes.isEmpty() ? 1 : 0;
		return Optional.of(tier * TIER + 2 * (codes.isEmpty() ? 0 : place) + (of.isEmpty() ? 1 : 0));
	}

	Problem applied(Problem asked) {
		return new Problem(problem, asked.kind(), fixer, remedy, asked.values(), asked.details());
	}

	private int place(Answer answer) {
		int place = 0;
		while (place < answer.codes().size() && !codes.contains(answer.codes().get(place))) {
			place++;
		}
		return place;
	}

	/** Nobody is asked to sign in while it is going to be tried again, nor told to wait while nothing will happen. */
	private boolean contradicts(Problem asked) {
		boolean again = asked.kind().isTransient() && !BY_PERSON.contains(asked.remedy());
		return again && BY_PERSON.contains(remedy) || NEEDS_PERSON.contains(asked.kind()) && fixer == Fixer.TIME;
	}

	private static List<String> words(Function<String, @Nullable String> attributes, String name) {
		String text = attributes.apply(name);
		return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
	}

	private static String required(Function<String, @Nullable String> attributes, String name) {
		String text = attributes.apply(name);
		if (text == null || text.isBlank()) {
			throw new IllegalArgumentException("a row needs " + name);
		}
		return text.strip();
	}
}
