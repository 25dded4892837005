package org.postkontor.account.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.account.internal.AccountDto.BindingDto;
import org.postkontor.account.internal.AccountDto.EndpointDto;
import org.postkontor.problem.ProblemException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;

/** The text of an account file. */
final class AccountFormat {
	static final int VERSION = 2;

	private static final Pattern SECRET = Pattern.compile("(?i).*(passw|kennwort|secret|token|credential).*");
	private static final Pattern HARMLESS = Pattern.compile("(?i).*(url|uri|endpoint)");

	private final Gson gson = new GsonBuilder().setStrictness(Strictness.STRICT).setPrettyPrinting().disableHtmlEscaping().create();

	/** A file that cannot be an account. */
	static final class DamagedException extends Exception {
		private static final long serialVersionUID = 1L;

		DamagedException(String reason, @Nullable Throwable cause) {
			super(reason, cause);
		}
	}

	String write(Account account) {
		List<EndpointDto> endpoints = account.endpoints().stream().map(AccountFormat::dto).toList();
		return gson.toJson(new AccountDto(VERSION, account.id().value(), account.name(), account.address().toString(), account.senderName(),
				account.scope().name(), endpoints)) + "\n";
	}

	private static EndpointDto dto(Endpoint endpoint) {
		AuthBinding auth = endpoint.auth();
		for (String key : auth.settings().keySet()) {
			if (SECRET.matcher(key).matches() && !HARMLESS.matcher(key).matches()) {
				throw new IllegalArgumentException("an account file holds no secret: " + key);
			}
		}
		return new EndpointDto(endpoint.protocol().name(), endpoint.host(), endpoint.port(), endpoint.tls().name(),
				new BindingDto(auth.provider(), auth.principal(), auth.mailbox(), auth.session().isPresent() ? auth.session().get() : null, auth.settings()),
				endpoint.leaveOnServer().isAlways() ? null : Integer.valueOf(endpoint.leaveOnServer().days().getAsInt()));
	}

	/** The version of a file, 0 if it has none. */
	int version(String text) throws DamagedException {
		try {
			JsonObject object = gson.fromJson(text, JsonObject.class);
			return object != null && object.has("formatVersion") ? object.get("formatVersion").getAsInt() : 0;
		} catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
			throw new DamagedException("no JSON object", e);
		}
	}

	Account read(String text) throws DamagedException {
		try {
			AccountDto dto = gson.fromJson(text, AccountDto.class);
			if (dto == null || dto.formatVersion() < 1) {
				throw new DamagedException("no format version", null);
			}
			return new Account(new AccountId(required(dto.id(), "id")), required(dto.name(), "name"),
					MailAddress.parse(required(dto.address(), "address")), required(dto.senderName(), "senderName"),
					Scope.valueOf(required(dto.scope(), "scope")), endpoints(required(dto.endpoints(), "endpoints")));
		} catch (JsonParseException | IllegalArgumentException e) {
			throw new DamagedException("impossible content", e);
		} catch (ProblemException e) {
			throw new DamagedException("impossible address", e);
		}
	}

	private static List<Endpoint> endpoints(List<EndpointDto> dtos) throws DamagedException {
		List<Endpoint> endpoints = new java.util.ArrayList<>();
		for (EndpointDto dto : dtos) {
			endpoints.add(new Endpoint(Protocol.valueOf(required(dto.protocol(), "protocol")), required(dto.host(), "host"), dto.port(),
					TlsMode.valueOf(required(dto.tls(), "tls")), binding(required(dto.auth(), "auth")), leaveOnServer(dto.leaveOnServerDays())));
		}
		return endpoints;
	}

	private static LeaveOnServer leaveOnServer(@Nullable Integer days) {
		return days == null ? LeaveOnServer.ALWAYS : LeaveOnServer.days(days);
	}

	private static AuthBinding binding(BindingDto dto) throws DamagedException {
		Map<String, String> settings = dto.settings();
		String session = dto.session();
		return new AuthBinding(required(dto.provider(), "provider"), required(dto.principal(), "principal"), required(dto.mailbox(), "mailbox"),
				session == null ? Optional.empty() : Optional.of(session), settings == null ? Map.of() : new LinkedHashMap<>(settings));
	}

	private static <T> T required(@Nullable T value, String name) throws DamagedException {
		if (value == null) {
			throw new DamagedException(name + " is missing", null);
		}
		return value;
	}
}
