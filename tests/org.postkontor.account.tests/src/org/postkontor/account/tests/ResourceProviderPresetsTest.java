package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.account.ProviderPreset;
import org.postkontor.account.ProviderPreset.Server;
import org.postkontor.account.ProviderPresets;
import org.postkontor.account.TlsMode;
import org.postkontor.account.internal.ResourceProviderPresets;

class ResourceProviderPresetsTest {
	private final ProviderPresets presets = new ResourceProviderPresets();

	@Test
	void knowsTheProvidersOfItsUsers() {
		for (String domain : List.of("gmail.com", "outlook.com", "hotmail.de", "yahoo.de", "aol.com", "fastmail.com", "icloud.com", "gmx.net", "web.de",
				"t-online.de", "online.de", "strato.de", "posteo.de", "vodafone.de")) {
			assertTrue(presets.forDomain(domain).isPresent(), domain);
		}
		assertTrue(presets.forDomain("example.test").isEmpty());
	}

	@Test
	void findsADomainInAnyCase() {
		assertEquals("gmail", presets.forDomain("GMail.COM").orElseThrow().id());
		assertTrue(presets.forDomain("not..a domain").isEmpty());
	}

	@Test
	void everyPresetReceivesFirstAndSendsToo() {
		for (ProviderPreset preset : presets.all()) {
			List<Direction> directions = preset.servers().stream().map(s -> s.protocol().direction()).toList();
			assertEquals(Direction.RECEIVE, directions.get(0), preset.id());
			assertEquals(Direction.SEND, directions.get(directions.size() - 1), preset.id());
		}
	}

	@Test
	void everyServerIsComplete() {
		Set<String> providers = Set.of("google", "microsoft", "yahoo", "aol", "fastmail", "oauth", "password");
		for (ProviderPreset preset : presets.all()) {
			for (Server server : preset.servers()) {
				boolean implicit = server.port() == 993 || server.port() == 995 || server.port() == 465;
				assertEquals(implicit ? TlsMode.IMPLICIT : TlsMode.STARTTLS, server.tls(), server.toString());
				assertTrue(!server.providers().isEmpty() && providers.containsAll(server.providers()), server.toString());
				assertTrue(server.userName().startsWith("%EMAIL") && server.host().contains("."), server.toString());
			}
		}
	}

	@Test
	void noDomainBelongsToTwoPresets() {
		Set<String> seen = new HashSet<>();
		presets.all().stream().flatMap(p -> p.domains().stream()).forEach(domain -> assertTrue(seen.add(domain), domain));
	}

	@Test
	void someProvidersWantTheLocalPartAsUserName() {
		List<Server> icloud = presets.forDomain("icloud.com").orElseThrow().servers();
		assertEquals("%EMAILLOCALPART%", icloud.get(0).userName());
		assertEquals("%EMAILADDRESS%", icloud.stream().filter(s -> s.protocol() == Protocol.SMTP).findFirst().orElseThrow().userName());
	}
}
