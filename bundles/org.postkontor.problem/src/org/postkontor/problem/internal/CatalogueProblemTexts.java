package org.postkontor.problem.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;

/**
 * The catalogue: {@code problems.properties}, the texts beside each file of rows, their languages, and what other bundles
 * add. A text in the user's language
 * comes before one in English; the product's own before an added one.
 */
@Component
public final class CatalogueProblemTexts implements ProblemTexts {
	private final MoreTexts more;
	private final Map<String, Map<String, String>> own = new ConcurrentHashMap<>();

	@Activate
	public CatalogueProblemTexts(@Reference MoreTexts more) {
		this.more = more;
	}

	@Override
	public String title(Problem problem, Locale locale) {
		return Placeholders.fill(find(problem.id() + ".title", locale).or(() -> find("generic.title", locale)).orElse("{id}"), problem);
	}

	@Override
	public String explanation(Problem problem, Locale locale) {
		return Placeholders.fill(find(problem.id() + ".text", locale).or(() -> find("generic.text", locale)).orElse("{id}"), problem);
	}

	@Override
	public String action(Problem problem, Locale locale) {
		return problem.remedy() == Remedy.NONE ? "" : find("remedy." + problem.remedy().name(), locale).orElse(problem.remedy().name());
	}

	@Override
	public String fixer(Problem problem, Locale locale) {
		return find("fixer." + problem.fixer().name(), locale).orElse(problem.fixer().name());
	}

	private Optional<String> find(String key, Locale locale) {
		String language = locale.getLanguage();
		return find(key, language).or(() -> find(key, ""));
	}

	private Optional<String> find(String key, String language) {
		String text = own.computeIfAbsent(language, CatalogueProblemTexts::load).get(key);
		if (text == null) {
			text = more.texts(language).get(key);
		}
		return text == null ? Optional.empty() : Optional.of(text);
	}

	private static Map<String, String> load(String language) {
		Map<String, String> texts = new HashMap<>();
		try {
			texts.putAll(PropertyTexts.read("problems", language, CatalogueProblemTexts.class::getResource));
			for (String topic : OwnRows.TOPICS) {
				texts.putAll(PropertyTexts.read(topic, language, CatalogueProblemTexts.class::getResource));
			}
			return texts;
		} catch (IOException e) {
			throw new IllegalStateException("texts of problems", e);
		}
	}
}
