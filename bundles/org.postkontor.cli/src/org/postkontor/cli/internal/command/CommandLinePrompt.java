package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.guide.Guides;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.Person;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.cli.internal.output.Output;
import org.postkontor.cli.internal.output.RightsView;
import org.postkontor.cli.internal.output.Texts;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * A sign-in at the command line: the link is always printed, so that it works over any connection; the password comes from
 * a file or from the terminal without echo.
 */
final class CommandLinePrompt implements SignInPrompt {
	private final Output output;
	private final Texts texts;
	private final Person person;
	private final boolean browser;
	private final boolean deviceCode;
	private final Guides guides;
	private final String otherUser;
	private final List<String> approvedHosts;
	private final PastedAnswer paste;
	private final Optional<PasswordFile> passwordFile;

	private CommandLinePrompt(Invocation invocation) throws ProblemException {
		this.output = invocation.output();
		this.texts = invocation.texts();
		this.person = invocation.person();
		this.browser = !invocation.arguments().has("no-browser");
		this.deviceCode = invocation.arguments().has("device-code");
		this.guides = invocation.services().guides();
		this.otherUser = invocation.arguments().value("other-user").orElse("refuse");
		this.approvedHosts = List.of(invocation.arguments().value("approve-host").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"));
		this.paste = new PastedAnswer(person.terminal(), output, texts);
		this.passwordFile = invocation.arguments().path("password-file").map(PasswordFile::new);
	}

	/**
	 * The prompt for the options {@code --no-browser}, {@code --device-code}, {@code --other-user}, {@code --approve-host} and
	 * {@code --password-file}.
	 */
	static CommandLinePrompt of(Invocation invocation) throws ProblemException {
		return new CommandLinePrompt(invocation);
	}

	@Override
	public boolean prefersDeviceCode() {
		return deviceCode;
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		List<String> lines = new ArrayList<>();
		lines.add(texts.get("signin.rights", "provider", request.provider(), "principal", request.principal()));
		new RightsView(guides, texts).lines(request.rights()).forEach(line -> lines.add("  " + line));
		lines.add(texts.get("signin.link"));
		lines.add(request.url().toASCIIString());
		output.event(new Json().text("event", "open-browser").text("url", request.url().toASCIIString()).text("provider", request.provider())
				.text("principal", request.principal()).add("rights", Json.texts(request.rights())).object(), lines);
		if (browser && !person.browser().open(request.url())) {
			output.note(List.of(texts.get("signin.no-browser")));
		}
		// With JSON a program reads along: no question of ours may get between its lines.
		if (!output.isJson()) {
			paste.read(request.pasted());
		}
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		output.event(
				new Json().text("event", "device-code").text("verification", code.verification()).text("userCode", code.userCode())
						.text("expires", code.expires()).object(),
				List.of(texts.get("signin.device", "verification", code.verification(), "code", code.userCode())));
	}

	@Override
	public Secret askPassword(PasswordRequest request) throws ProblemException {
		if (passwordFile.isPresent()) {
			if (request.retry()) {
				throw CommandFailure.of(ExitCode.SIGN_IN_NEEDED, ProblemKind.CREDENTIAL_REFUSED, "password.refused", "principal", request.principal(), "host", request.host());
			}
			return passwordFile.get().read();
		}
		return typed(texts.get(request.retry() ? "signin.password.again" : "signin.password", "principal", request.principal(), "host",
				request.host())).orElseThrow(() -> CommandFailure.of(ExitCode.USAGE, "no-terminal", "principal", request.principal()));
	}

	/** Only at a terminal: what the office has in a file belongs into its branding file. */
	@Override
	public Secret askClientSecret(ClientSecretRequest request) throws ProblemException {
		String question = texts.get(request.retry() ? "signin.client-secret.again" : "signin.client-secret", "client", request.clientId(), "issuer",
				request.issuer());
		Optional<Secret> secret = typed(question);
		return secret.isPresent() ? secret.get() : SignInPrompt.super.askClientSecret(request);
	}

	/** Empty if there is no terminal. */
	private Optional<Secret> typed(String question) throws ProblemException {
		Optional<Secret> typed = person.terminal().password(question);
		if (typed.filter(Secret::isEmpty).isPresent()) {
			throw CommandFailure.of(ExitCode.CANCELLED, ProblemKind.CANCELLED, "cancelled");
		}
		return typed;
	}

	/** Decided before by an option, since nobody may be there to be asked; says what was decided, and how to decide otherwise. */
	@Override
	public UserDecision otherUser(OtherUser other) {
		UserDecision decision = switch (otherUser) {
		case "alias" -> UserDecision.REMEMBER_ALIAS;
		case "shared" -> UserDecision.SHARED_MAILBOX;
		case "change" -> UserDecision.CHANGE_ADDRESS;
		default -> UserDecision.REFUSE;
		};
		output.event(
				new Json().text("event", "other-user").text("expected", other.expected()).add("actual", Json.texts(other.actual()))
						.flag("subjectChanged", other.subjectChanged()).text("decision", decision).object(),
				List.of(texts.get(other.subjectChanged() ? "signin.subject-changed" : "signin.other-user", "expected", other.expected(), "actual",
						String.join(", ", other.actual())), texts.of("decision", decision)));
		return decision;
	}

	/** Never by the general {@code --yes}: each server has to be named. */
	@Override
	public boolean approveHosts(ForeignHosts foreign) {
		boolean approved = approvedHosts.containsAll(foreign.hosts());
		String hosts = String.join(",", foreign.hosts());
		output.event(
				new Json().text("event", "foreign-hosts").text("provider", foreign.provider()).text("principal", foreign.principal())
						.add("hosts", Json.texts(foreign.hosts())).flag("approved", approved).object(),
				List.of(texts.get(approved ? "signin.hosts-approved" : "signin.hosts-foreign", "provider", foreign.provider(), "principal",
						foreign.principal(), "hosts", hosts)));
		return approved;
	}

	@Override
	public void done() {
		paste.answered();
		output.event(new Json().text("event", "sign-in-answered").object(), List.of(texts.get("signin.answered")));
	}
}
