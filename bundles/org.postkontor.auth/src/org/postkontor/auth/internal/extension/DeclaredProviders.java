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
 * All declarations, with the rules among them. An id counts once: the built-in one wins, since whoever wants its place has
 * to say so with {@code replace}; else the lowest order. Of several that replace the same provider the lowest order wins;
 * chains lead to their end, and the one that would close a circle loses. What loses is left out and reported. Immutable.
 */
final class DeclaredProviders {
	private static final Comparator<AuthProviderElement> ORDER = Comparator
			.comparingInt((AuthProviderElement element) -> element.description().order()).thenComparing(element -> element.description().id())
			.thenComparing(element -> element.description().contributor());
	private static final Comparator<AuthProviderElement> BUILT_IN_FIRST = Comparator
			.comparing((AuthProviderElement element) -> !element.description().isBuiltIn()).thenComparing(ORDER);

	private final Map<String, AuthProviderElement> byId = new LinkedHashMap<>();
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
		readable.sort(BUILT_IN_FIRST);
		readable.forEach(declared::name);
		declared.byId.values().stream().sorted(ORDER).forEach(declared::use);
		declared.usable.keySet().removeAll(declared.replacements.keySet());
		return declared;
	}

	private void name(AuthProviderElement element) {
		ProviderDescription description = element.description();
		if (byId.putIfAbsent(description.id(), element) != null) {
			problems.add(AuthProblems.providerInvalid(description.id(), description.contributor(), "id used twice"));
		}
	}

	private void use(AuthProviderElement element) {
		ProviderDescription description = element.description();
		Optional<String> replaced = description.replaces();
		@Nullable String winner = replacements.get(replaced.orElse(""));
		if (winner != null) {
			problems.add(AuthProblems.providerConflict(replaced.orElse(""), winner, description.id()));
		} else if (replaced.equals(Optional.of(last(description.id())))) {
			problems.add(AuthProblems.providerInvalid(description.id(), description.contributor(), "replaces in a circle"));
		} else {
			usable.put(description.id(), element);
			replaced.ifPresent(id -> replacements.put(id, description.id()));
		}
	}

	/** The end of a chain of replacements; there are no circles. */
	private String last(String id) {
		@Nullable String next = replacements.get(id);
		return next == null ? id : last(next);
	}

	List<ProviderDescription> descriptions() {
		return usable.values().stream().map(AuthProviderElement::description).toList();
	}

	/** By id; accounts bound to a replaced provider get the one in its place. */
	Optional<AuthProviderElement> find(String id) {
		return Optional.ofNullable(usable.get(last(id)));
	}

	List<Problem> problems() {
		return List.copyOf(problems);
	}
}
