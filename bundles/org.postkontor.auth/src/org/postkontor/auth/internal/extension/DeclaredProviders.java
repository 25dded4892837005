package org.postkontor.auth.internal.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;

/**
 * All declarations, with the rules among them: an id counts once, and of several that replace the same provider the one
 * with the lowest order wins; what loses is left out and reported. Immutable.
 */
final class DeclaredProviders {
	private static final Comparator<AuthProviderElement> ORDER = Comparator
			.comparingInt((AuthProviderElement element) -> element.description().order()).thenComparing(element -> element.description().id())
			.thenComparing(element -> element.description().contributor());

	private final Map<String, AuthProviderElement> usable = new LinkedHashMap<>();
	private final Map<String, String> replacements = new LinkedHashMap<>();
	private final List<Problem> problems = new ArrayList<>();

	private DeclaredProviders() {
	}

	static DeclaredProviders of(List<IConfigurationElement> elements) {
		DeclaredProviders declared = new DeclaredProviders();
		List<AuthProviderElement> readable = new ArrayList<>();
		for (IConfigurationElement element : elements) {
			try {
				readable.add(AuthProviderElement.read(element));
			} catch (InvalidDeclarationException e) {
				declared.problems.add(AuthProblems.providerInvalid(AuthProviderElement.name(element), element.getContributor().getName(), e.getMessage()));
			}
		}
		readable.sort(ORDER);
		readable.forEach(declared::add);
		declared.usable.keySet().removeAll(declared.replacements.keySet());
		return declared;
	}

	private void add(AuthProviderElement element) {
		ProviderDescription description = element.description();
		Optional<String> replaced = description.replaces();
		@Nullable String winner = replacements.get(replaced.orElse(""));
		if (usable.containsKey(description.id())) {
			problems.add(AuthProblems.providerInvalid(description.id(), description.contributor(), "id used twice"));
		} else if (winner != null) {
			problems.add(AuthProblems.providerConflict(replaced.orElse(""), winner, description.id()));
		} else {
			usable.put(description.id(), element);
			replaced.ifPresent(id -> replacements.put(id, description.id()));
		}
	}

	List<ProviderDescription> descriptions() {
		return usable.values().stream().map(AuthProviderElement::description).toList();
	}

	/** By id; accounts bound to a replaced provider get the one in its place. */
	Optional<AuthProviderElement> find(String id) {
		return Optional.ofNullable(usable.get(replacements.getOrDefault(id, id)));
	}

	List<Problem> problems() {
		return List.copyOf(problems);
	}
}
