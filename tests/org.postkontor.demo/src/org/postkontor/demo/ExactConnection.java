package org.postkontor.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;

import com.icegreen.greenmail.smtp.SmtpConnection;

/** The connection of one DATA command: hands everything on, and gives mail data its last line end back. */
final class ExactConnection extends SmtpConnection {

	private static final byte[] LINE_END = { '\r', '\n' };

	private final SmtpConnection connection;

	ExactConnection(Socket client, SmtpConnection connection) throws IOException {
		super(null, client);
		this.connection = connection;
	}

	@Override
	public InputStream dotLimitedInputStream(byte[] head) {
		return new SequenceInputStream(connection.dotLimitedInputStream(head), new ByteArrayInputStream(LINE_END));
	}

	@Override
	public void send(String line) {
		connection.send(line);
	}

	@Override
	public String readLine() throws IOException {
		return connection.readLine();
	}

	@Override
	public String getHeloName() {
		return connection.getHeloName();
	}

	@Override
	public String getClientAddress() {
		return connection.getClientAddress();
	}
}
