package org.postkontor.auth.internal.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides;

import com.google.gson.Gson;

/** Guides from the data files beside this class. */
@Component
public final class ResourceGuides implements Guides {
	private static final LocalText UNKNOWN = new LocalText("Ein Recht, das dieses Programm nicht kennt; der Anbieter erklärt es auf seiner Seite.",
			"A right that this program does not know; the provider explains it on its page.");

	private final GuideFile appPasswords = read("app-passwords.json", GuideFile.class);
	private final GuideFile registrations = read("registrations.json", GuideFile.class);
	private final List<RightData> rights = read("rights.json", RightFile.class).rights();

	/** @param looked the day the texts were last compared with the providers' pages, ISO 8601 */
	private record GuideFile(String looked, List<GuideData> guides) {
		LocalDate day() {
			return LocalDate.parse(looked);
		}
	}

	private record RightFile(String looked, List<RightData> rights) {
	}

	@Override
	public Optional<Guide> appPassword(MailAddress address, Collection<String> hosts, Locale locale) {
		Stream<GuideData> byDomain = appPasswords.guides().stream().filter(guide -> guide.serves(address.asciiDomain()));
		Stream<GuideData> byHost = appPasswords.guides().stream()
				.filter(guide -> hosts.stream().anyMatch(host -> guide.hosts(host.toLowerCase(Locale.ROOT))));
		return Stream.concat(byDomain, byHost).findFirst().map(guide -> guide.in(locale, appPasswords.day(), Map.of()));
	}

	@Override
	public Optional<Guide> registration(String provider, Registration facts, Locale locale) {
		Map<String, String> texts = Map.of("redirects", String.join("\n", facts.redirects()), "send", String.join("\n", facts.send()), "receive",
				String.join("\n", facts.receive()));
		return registrations.guides().stream().filter(guide -> guide.registers(provider)).findFirst()
				.map(guide -> guide.in(locale, registrations.day(), texts));
	}

	@Override
	public List<Right> rights(Collection<String> scopes, Locale locale) {
		return scopes.stream().map(scope -> right(scope, locale)).toList();
	}

	private Right right(String scope, Locale locale) {
		return rights.stream().filter(data -> data.explains(scope)).findFirst().map(data -> data.in(locale, scope))
				.orElseGet(() -> new Right(scope, scope, UNKNOWN.in(locale)));
	}

	private static <T> T read(String name, Class<T> type) {
		try (InputStream in = ResourceGuides.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException(name + " is missing");
			}
			return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), type);
		} catch (IOException e) {
			throw new IllegalStateException(name, e);
		}
	}
}
