package org.postkontor.discovery.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.ProviderPreset;
import org.postkontor.account.ProviderPresets;
import org.postkontor.discovery.DiscoverySource;
import org.postkontor.discovery.Proposal;

/** The presets shipped with the product: no network. */
@Component
public final class PresetSource implements DiscoverySource {
	private final ProviderPresets presets;

	@Activate
	public PresetSource(@Reference ProviderPresets presets) {
		this.presets = presets;
	}

	@Override
	public String id() {
		return "presets";
	}

	@Override
	public int rank() {
		return 20;
	}

	@Override
	public List<Proposal> find(MailAddress address, @Nullable IProgressMonitor monitor) {
		return presets.forDomain(address.asciiDomain()).map(p -> proposals(p, address)).orElse(List.of());
	}

	private List<Proposal> proposals(ProviderPreset preset, MailAddress address) {
		return new Combinations(preset.label(), id(), "presets.json", List.of()).of(endpoints(preset, address, Direction.RECEIVE),
				endpoints(preset, address, Direction.SEND), true);
	}

	private static List<Endpoint> endpoints(ProviderPreset preset, MailAddress address, Direction direction) {
		Placeholders placeholders = new Placeholders(address);
		return preset.servers().stream().filter(s -> s.protocol().direction() == direction)
				.flatMap(s -> s.providers().stream().map(p -> new Endpoint(s.protocol(), s.host(), s.port(), s.tls(),
						AuthBinding.of(p, placeholders.fill(s.userName()), Map.of()))))
				.toList();
	}
}
