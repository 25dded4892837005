package org.postkontor.demo;

import java.io.IOException;
import java.net.Socket;

import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.DataCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;

/**
 * GreenMail's SMTP commands, with a DATA that keeps the end of the last line: GreenMail counts it to the final dot
 * (RFC 5321, 4.1.1.4 counts it to the mail), and a comparison of bytes would fail by two of them.
 */
final class ExactSmtpCommands extends SmtpCommandRegistry {

	private final Socket client;

	ExactSmtpCommands(Socket client) {
		this.client = client;
	}

	@Override
	public SmtpCommand getCommand(String name) {
		SmtpCommand command = super.getCommand(name);
		return command instanceof DataCommand ? new ExactData() : command;
	}

	private final class ExactData extends DataCommand {

		@Override
		public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line)
				throws IOException {
			super.execute(new ExactConnection(client, connection), state, manager, line);
		}
	}
}
