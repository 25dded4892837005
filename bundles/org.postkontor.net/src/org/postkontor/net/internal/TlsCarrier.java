package org.postkontor.net.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.postkontor.net.RefusedConnectionException;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The TCP connection below TLS. Looks at the first byte, so that a server without TLS is told from broken TLS. */
@NonNullByDefault({})
final class TlsCarrier extends DelegatingSocket {
	private final Socket tcp;

	TlsCarrier(Socket tcp) {
		this.tcp = tcp;
	}

	@Override
	Socket delegate() {
		return tcp;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new FirstByte(tcp.getInputStream());
	}

	private static final class FirstByte extends FilterInputStream {
		private boolean seen;

		FirstByte(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = in.read(buffer, offset, length);
			if (count > 0 && !seen) {
				seen = true;
				int type = buffer[offset];
				// RFC 8446, 5.1: change_cipher_spec 20 to application_data 23
				if (type < 20 || type > 23) {
					throw new RefusedConnectionException(
							Problem.of("tls.none", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT));
				}
			}
			return count;
		}
	}
}
