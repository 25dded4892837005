package org.postkontor.cli.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Secret;
import org.postkontor.auth.internal.guide.ResourceGuides;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.CommandRunner;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.cli.internal.Person;
import org.postkontor.cli.internal.Services;
import org.postkontor.cli.internal.Streams;
import org.postkontor.cli.internal.Terminal;
import org.postkontor.cli.tests.fake.FakeAccounts;
import org.postkontor.cli.tests.fake.FakeCheck;
import org.postkontor.cli.tests.fake.FakeConsents;
import org.postkontor.cli.tests.fake.FakeDiscovery;
import org.postkontor.cli.tests.fake.FakeInbox;
import org.postkontor.cli.tests.fake.FakeLog;
import org.postkontor.cli.tests.fake.FakeMessages;
import org.postkontor.cli.tests.fake.FakeOutbox;
import org.postkontor.cli.tests.fake.FakeProviders;
import org.postkontor.cli.tests.fake.FakeSignIn;
import org.postkontor.cli.tests.fake.FakeSignIns;
import org.postkontor.cli.tests.fake.Problems;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A command line in memory: every service a fake, every run gives exit code and what was written. */
final class Cli implements Terminal {
	final FakeAccounts accounts = new FakeAccounts();
	final FakeSignIn signIn = new FakeSignIn();
	final FakeSignIns signIns = new FakeSignIns();
	final FakeProviders providers = new FakeProviders();
	final FakeConsents consents = new FakeConsents();
	final FakeOutbox outbox = new FakeOutbox();
	final FakeLog log = new FakeLog();
	final FakeInbox inbox = new FakeInbox();
	final FakeDiscovery discovery = new FakeDiscovery();
	final FakeMessages messages = new FakeMessages();
	final FakeCheck check = new FakeCheck();
	final NullProgressMonitor monitor = new NullProgressMonitor();
	final List<GlobalOptions> opened = new ArrayList<>();
	final List<URI> browsed = new ArrayList<>();
	final List<String> questions = new CopyOnWriteArrayList<>();
	/** What is typed at one question after the other, before {@link #typed}. */
	final Queue<String> pasted = new ConcurrentLinkedQueue<>();
	Branding branding = Branding.NONE;
	Optional<ProblemKind> startFails = Optional.empty();
	Optional<String> typed = Optional.empty();
	boolean hasBrowser = true;
	byte[] input = {};
	private static final Clock NINE_O_CLOCK = Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneId.of("Europe/Berlin"));
	private final Path home;

	Cli(Path home) {
		this.home = home;
	}

	Result run(String... line) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Streams streams = new Streams(new ByteArrayInputStream(input), out, err);
		List<String> words = new ArrayList<>(List.of(line));
		if (!words.contains("--lang") && words.stream().noneMatch(w -> w.startsWith("--lang="))) {
			words.add(0, "--lang=en");
		}
		ExitCode code = new CommandRunner(this::open, streams, new Person(this, this::browse), "1.2.3").run(words, monitor);
		return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	/** An account with IMAP and SMTP, signed in. */
	Account add(String address) {
		return add(address, "oauth", Protocol.IMAP, Protocol.SMTP);
	}

	Account add(String address, String provider, Protocol... protocols) {
		List<Endpoint> endpoints = new ArrayList<>();
		for (Protocol protocol : protocols) {
			endpoints.add(new Endpoint(protocol, "mail.example.test", 1000 + protocol.ordinal(), TlsMode.IMPLICIT,
					AuthBinding.of(provider, address, Map.of()).signedIn("s")));
		}
		Account account = new Account(AccountId.create(), address, address(address), "", Scope.EMPLOYEE, endpoints);
		accounts.save(account);
		return account;
	}

	static MailAddress address(String text) {
		try {
			return MailAddress.parse(text);
		} catch (ProblemException e) {
			throw new AssertionError(text, e);
		}
	}

	@Override
	public Optional<Secret> password(String question) {
		questions.add(question);
		if (!pasted.isEmpty()) {
			return Optional.of(Secret.of(pasted.remove()));
		}
		return typed.map(Secret::of);
	}

	@Override
	public Optional<String> line(String question) {
		questions.add(question);
		return typed;
	}

	private boolean browse(URI link) {
		browsed.add(link);
		return hasBrowser;
	}

	private Services open(GlobalOptions options) throws ProblemException {
		opened.add(options);
		if (startFails.isPresent()) {
			throw Problems.exception(startFails.get());
		}
		return new Services(new Home(home, true), branding, accounts, providers, signIn, signIns, consents, new ResourceGuides(), signIn,
				discovery, messages, messages, outbox, log, inbox, check, new Problems(), NINE_O_CLOCK);
	}

	/** What a run left behind. */
	record Result(ExitCode code, String out, String err) {
		/** The last line of the standard output. */
		JsonObject json() {
			List<String> lines = out.lines().toList();
			return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
		}

		JsonObject error() {
			return json().getAsJsonObject("error");
		}
	}
}
