package org.postkontor.account.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Branding;
import org.postkontor.account.BrandingFile;
import org.postkontor.account.MailAddress;
import org.postkontor.account.internal.BrandingDto.ClientDto;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;

/** Reads one branding file. */
public final class BrandingReader {
	private static final Set<String> MEMBERS = Set.of("title", "addresses", "directoryUrl", "trustedCa", "clients");
	private static final Pattern LINE = Pattern.compile("line (\\d+)");
	private static final Pattern BYTE_ORDER_MARK = Pattern.compile("^\uFEFF");

	private final Gson gson = new GsonBuilder().setStrictness(Strictness.STRICT).create();
	private final Path file;

	public BrandingReader(Path file) {
		this.file = file.toAbsolutePath();
	}

	public BrandingFile read() throws ProblemException {
		String text = text();
		try {
			JsonObject object = gson.fromJson(text, JsonObject.class);
			BrandingDto dto = gson.fromJson(text, BrandingDto.class);
			if (object == null || dto == null) {
				throw invalid("empty", null);
			}
			for (String member : object.keySet()) {
				if (!MEMBERS.contains(member)) {
					throw invalid("unknown member " + member, null);
				}
			}
			Branding branding = new Branding(or(dto.title(), ""), addresses(or(dto.addresses(), new ArrayList<>())), directory(dto.directoryUrl()),
					clients(or(dto.clients(), new ArrayList<>())));
			return new BrandingFile(branding, trustedCa(dto.trustedCa()));
		} catch (JsonParseException e) {
			throw invalid(String.valueOf(e.getMessage()), e);
		}
	}

	private String text() throws ProblemException {
		try {
			return BYTE_ORDER_MARK.matcher(Files.readString(file)).replaceFirst("");
		} catch (CharacterCodingException e) {
			throw invalid("not UTF-8", e);
		} catch (IOException e) {
			throw new ProblemException(problem("branding.unreadable"), e);
		}
	}

	private List<String> addresses(List<@Nullable String> texts) throws ProblemException {
		List<String> addresses = new ArrayList<>();
		for (@Nullable String text : texts) {
			try {
				addresses.add(MailAddress.parse(text == null ? "" : text).toString());
			} catch (ProblemException e) {
				throw invalid("address " + text, e);
			}
		}
		return addresses;
	}

	private Optional<URI> directory(@Nullable String text) throws ProblemException {
		if (text == null || text.isBlank()) {
			return Optional.empty();
		}
		try {
			URI uri = URI.create(text.strip());
			if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
				boolean folder = uri.getQuery() == null && !text.strip().endsWith("/");
				return Optional.of(folder ? URI.create(text.strip() + "/") : uri);
			}
		} catch (IllegalArgumentException e) {
			throw invalid("directoryUrl", e);
		}
		throw invalid("directoryUrl is not https", null);
	}

	private Optional<Path> trustedCa(@Nullable String text) throws ProblemException {
		if (text == null || text.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(file.resolveSibling(text).normalize());
		} catch (java.nio.file.InvalidPathException e) {
			throw invalid("trustedCa", e);
		}
	}

	private List<Branding.Client> clients(List<@Nullable ClientDto> dtos) throws ProblemException {
		List<Branding.Client> clients = new ArrayList<>();
		for (@Nullable ClientDto dto : dtos) {
			if (dto == null || or(dto.issuer(), "").isBlank() || or(dto.clientId(), "").isBlank()) {
				throw invalid("a client needs issuer and clientId", null);
			}
			clients.add(new Branding.Client(or(dto.issuer(), ""), or(dto.clientId(), ""), or(dto.scopesReceive(), ""), or(dto.scopesSend(), ""),
					or(dto.clientSecret(), "")));
		}
		return clients;
	}

	private static <T> T or(@Nullable T value, T otherwise) {
		return value == null ? otherwise : value;
	}

	private ProblemException invalid(String reason, @Nullable Exception cause) {
		Matcher line = LINE.matcher(reason);
		return new ProblemException(problem("branding.invalid").with("line", line.find() ? line.group(1) : "?").detail("reason", reason), cause);
	}

	private Problem problem(String id) {
		return Problem.of(id, ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.NONE).with("file", file);
	}
}
