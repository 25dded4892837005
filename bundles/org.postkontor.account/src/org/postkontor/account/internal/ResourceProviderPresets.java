package org.postkontor.account.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.postkontor.account.Protocol;
import org.postkontor.account.ProviderPreset;
import org.postkontor.account.ProviderPresets;
import org.postkontor.account.TlsMode;

import com.google.gson.Gson;

/** Presets from {@code presets.json} beside this class; the sources of its entries are the providers' help pages and the ISPDB. */
@Component
public final class ResourceProviderPresets implements ProviderPresets {
	private final List<ProviderPreset> presets;
	private final Map<String, ProviderPreset> byDomain = new HashMap<>();

	private record PresetDto(String id, String label, List<String> domains, String userName, List<String> providers, List<ServerDto> servers) {
	}

	/** The user name of a server is that of its preset if it is missing. */
	private record ServerDto(Protocol protocol, String host, int port, TlsMode tls, @org.eclipse.jdt.annotation.Nullable String userName) {
	}

	public ResourceProviderPresets() {
		List<ProviderPreset> read = new ArrayList<>();
		for (PresetDto dto : dtos()) {
			ProviderPreset preset = new ProviderPreset(dto.id(), dto.label(), dto.domains(),
					dto.servers().stream().map(s -> server(s, dto)).toList());
			read.add(preset);
			preset.domains().forEach(domain -> byDomain.put(domain, preset));
		}
		presets = List.copyOf(read);
	}

	private static PresetDto[] dtos() {
		try (InputStream in = ResourceProviderPresets.class.getResourceAsStream("presets.json")) {
			if (in == null) {
				throw new IllegalStateException("presets.json is missing");
			}
			return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), PresetDto[].class);
		} catch (IOException e) {
			throw new IllegalStateException("presets.json", e);
		}
	}

	private static ProviderPreset.Server server(ServerDto dto, PresetDto preset) {
		String userName = dto.userName();
		return new ProviderPreset.Server(dto.protocol(), dto.host(), dto.port(), dto.tls(), userName == null ? preset.userName() : userName,
				preset.providers());
	}

	@Override
	public List<ProviderPreset> all() {
		return presets;
	}

	@Override
	public Optional<ProviderPreset> forDomain(String domain) {
		try {
			return Optional.ofNullable(byDomain.get(IDN.toASCII(domain).toLowerCase(Locale.ROOT)));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
