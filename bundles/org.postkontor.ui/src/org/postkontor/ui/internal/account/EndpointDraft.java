package org.postkontor.ui.internal.account;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;

/**
 * A server as it is being typed.
 *
 * @param leaveOnServer counts for POP3 only
 */
public record EndpointDraft(Protocol protocol, String host, String port, TlsMode tls, String user, String provider, LeaveOnServer leaveOnServer) {
	private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?|\\[[0-9a-fA-F:.]+\\]");

	/** A server that mails are left on. */
	public EndpointDraft(Protocol protocol, String host, String port, TlsMode tls, String user, String provider) {
		this(protocol, host, port, tls, user, provider, LeaveOnServer.ALWAYS);
	}

	public static EndpointDraft of(Endpoint endpoint) {
		return new EndpointDraft(endpoint.protocol(), endpoint.host(), String.valueOf(endpoint.port()), endpoint.tls(), endpoint.auth().principal(),
				endpoint.auth().provider(), endpoint.leaveOnServer());
	}

	/** What an empty form starts with: the usual port (RFC 8314) and the address as user name. */
	public static EndpointDraft empty(Protocol protocol, String user, String provider) {
		return new EndpointDraft(protocol, "", String.valueOf(usualPort(protocol, TlsMode.IMPLICIT)), TlsMode.IMPLICIT, user, provider);
	}

	/** Ports of RFC 8314 (implicit TLS) and of RFC 9051, 1939 and 6409 (STARTTLS). */
	public static int usualPort(Protocol protocol, TlsMode tls) {
		boolean implicit = tls == TlsMode.IMPLICIT;
		return switch (protocol) {
		case IMAP -> implicit ? 993 : 143;
		case POP3 -> implicit ? 995 : 110;
		case SMTP -> implicit ? 465 : 587;
		case GRAPH, EWS -> 443;
		};
	}

	/** The first mistake, in the user's words. */
	public Optional<String> mistake() {
		if (host.isBlank()) {
			return Optional.of(NLS.bind(AccountMessages.hostMissing, protocol));
		}
		if (!HOST.matcher(host.strip()).matches()) {
			return Optional.of(NLS.bind(AccountMessages.hostInvalid, host.strip()));
		}
		if (!port.strip().matches("[0-9]{1,5}") || portNumber() < 1 || portNumber() > 65535) {
			return Optional.of(NLS.bind(AccountMessages.portInvalid, protocol));
		}
		if (user.isBlank()) {
			return Optional.of(NLS.bind(AccountMessages.userMissing, protocol));
		}
		return Optional.empty();
	}

	/** The endpoint; keeps the stored sign-in of {@code before} only if host, provider and user stay. */
	public Endpoint toEndpoint(Optional<Endpoint> before) {
		AuthBinding fresh = AuthBinding.of(provider, user.strip(), Map.of());
		Optional<Endpoint> same = before.filter(e -> e.protocol() == protocol);
		AuthBinding binding = same.map(Endpoint::auth).filter(a -> a.provider().equals(provider) && a.principal().equals(user.strip())).orElse(fresh);
		return same.map(e -> e.with(binding).movedTo(host.strip(), portNumber(), tls))
				.orElseGet(() -> new Endpoint(protocol, host.strip(), portNumber(), tls, binding))
				.with(protocol == Protocol.POP3 ? leaveOnServer : LeaveOnServer.ALWAYS);
	}

	private int portNumber() {
		return Integer.parseInt(port.strip());
	}
}
