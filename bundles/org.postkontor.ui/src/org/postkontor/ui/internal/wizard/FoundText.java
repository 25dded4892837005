package org.postkontor.ui.internal.wizard;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.postkontor.discovery.DiscoveryResult.Asked;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.Proposal;
import org.postkontor.problem.ProblemTexts;

/** Where settings come from, in plain words: the answer to "Why?". */
public record FoundText(DiscoveryResult result, ProblemTexts texts) {
	private static final Map<String, Supplier<String>> SOURCES = Map.of("presets", () -> WizardMessages.sourcePresets, "autoconfig",
			() -> WizardMessages.sourceAutoconfig, "directory", () -> WizardMessages.sourceDirectory, "ispdb", () -> WizardMessages.sourceIspdb);

	/** One line for the combo: provider, protocols and hosts. */
	public static String label(Proposal proposal) {
		String servers = proposal.endpoints().stream().map(e -> e.protocol() + " " + e.host()).collect(Collectors.joining(", "));
		return proposal.label() + " – " + servers;
	}

	public String why(Optional<Proposal> chosen) {
		StringBuilder text = new StringBuilder();
		chosen.ifPresent(p -> text.append(NLS.bind(WizardMessages.whyFrom, source(p.source()) + " (" + p.origin() + ")")).append('\n'));
		text.append(WizardMessages.whyAsked);
		for (Asked asked : result.asked()) {
			text.append("\n  • ").append(line(asked));
		}
		return text.toString();
	}

	private String line(Asked asked) {
		String source = source(asked.source());
		if (asked.problem().isPresent()) {
			return NLS.bind(WizardMessages.whyProblem, new Object[] { source, texts.title(asked.problem().get(), Locale.getDefault()), asked.millis() });
		}
		return asked.proposals() == 0 ? NLS.bind(WizardMessages.whyNothing, source, asked.millis())
				: NLS.bind(WizardMessages.whyProposals, new Object[] { source, asked.proposals(), asked.millis() });
	}

	private static String source(String id) {
		Supplier<String> text = SOURCES.get(id);
		return text == null ? id : text.get();
	}
}
