package org.postkontor.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.Services;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Who signs in and how: {@code --auth}, {@code --issuer}, {@code --client-id}, {@code --client-auth}, {@code --user}; else what was found. */
final class AuthChoice {
	private static final String OAUTH = "oauth";
	private static final String PASSWORD = "password";

	private final Arguments arguments;
	private final Services services;
	private final MailAddress address;

	AuthChoice(Arguments arguments, Services services, MailAddress address) {
		this.arguments = arguments;
		this.services = services;
		this.address = address;
	}

	/** The binding for servers that were typed: OAuth if an issuer was given, else a password. */
	AuthBinding typed() throws ProblemException {
		return made(wanted().orElse(PASSWORD));
	}

	/** {@code found} with the options applied. */
	AuthBinding binding(AuthBinding found) throws ProblemException {
		Optional<String> wanted = wanted();
		String kind = services.providers().description(found.provider()).map(ProviderDescription::kind).orElse("");
		if (wanted.isPresent() && !wanted.get().equals(kind)) {
			return made(wanted.get());
		}
		Map<String, String> settings = new LinkedHashMap<>(found.settings());
		arguments.value("issuer").ifPresent(issuer -> settings.put("issuer", issuer));
		arguments.value("client-id").ifPresent(id -> settings.put("clientId", id));
		ClientAuthOption.put(arguments, settings);
		String user = arguments.value("user").orElse(found.principal());
		String mailbox = found.mailbox().equals(found.principal()) ? user : found.mailbox();
		return new AuthBinding(found.provider(), user, mailbox, found.session(), settings);
	}

	private Optional<String> wanted() {
		return arguments.value("auth").or(() -> arguments.has("issuer") ? Optional.of(OAUTH) : arguments.has("password-file") ? Optional.of(PASSWORD) : Optional.empty());
	}

	private AuthBinding made(String kind) throws ProblemException {
		Map<String, String> settings = new LinkedHashMap<>();
		String provider = provider(kind);
		if (kind.equals(OAUTH)) {
			issuer(provider).ifPresent(issuer -> settings.put("issuer", issuer));
			arguments.value("client-id").ifPresent(id -> settings.put("clientId", id));
			ClientAuthOption.put(arguments, settings);
		}
		return AuthBinding.of(provider, arguments.value("user").orElse(address.toString()), settings);
	}

	/** The first provider of this kind that is made for the domain or the servers, else the first for any domain. */
	private String provider(String kind) throws ProblemException {
		List<ProviderDescription> ofKind = services.providers().descriptions().stream().filter(d -> d.kind().equals(kind)).toList();
		List<String> servers = Stream.of(Protocol.values()).flatMap(protocol -> arguments.value(TypedServers.option(protocol)).stream()).map(AuthChoice::host).toList();
		return ofKind.stream().filter(d -> !arguments.has("issuer") && d.serves(address, servers)).findFirst()
				.or(() -> ofKind.stream().filter(d -> d.domains().isEmpty()).findFirst()).map(ProviderDescription::id)
				.orElseThrow(() -> CommandFailure.of(ExitCode.CONFIGURATION, ProblemKind.CONFIGURATION, "auth.no-provider", "kind", kind));
	}

	private static String host(String server) {
		return server.replaceFirst(":[0-9]*$", "");
	}

	/** As typed; else, for a provider without an issuer of its own, the only one of the branding. */
	private Optional<String> issuer(String provider) throws ProblemException {
		Optional<String> typed = arguments.value("issuer");
		boolean known = services.providers().description(provider).map(d -> d.settings().containsKey("issuer")).orElse(false);
		if (typed.isPresent() || known) {
			return typed;
		}
		List<Branding.Client> clients = services.branding().clients();
		if (clients.size() != 1) {
			throw CommandFailure.of(ExitCode.CONFIGURATION, ProblemKind.CONFIGURATION, "auth.no-issuer", "address", address);
		}
		return Optional.of(clients.get(0).issuer());
	}
}
