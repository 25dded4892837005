package org.postkontor.reliability.cut;

import org.postkontor.testkit.Direction;
import org.postkontor.testkit.peer.Transcript;

/**
 * Where things stand in a session, in bytes of their direction. Each session is as long as the other: identifiers, dates and
 * numbers have a fixed width.
 *
 * @param sent     all that the client says, to the end of QUIT
 * @param heard    all that the server says, to the end of its goodbye
 * @param data     the end of DATA
 * @param dot      the end of the final dot
 * @param goAhead  the end of the server's 354
 * @param answered the end of its answer to the final dot
 */
record Session(long sent, long heard, long data, long dot, long goAhead, long answered) {

	static Session of(Transcript transcript) {
		long sent = 0;
		long heard = 0;
		long data = 0;
		long dot = 0;
		long goAhead = 0;
		long answered = 0;
		for (Transcript.Line line : transcript.lines()) {
			String text = line.text();
			// Bulk is in the transcript as its number of bytes.
			long bytes = text.matches("<\\d+ bytes>") ? Long.parseLong(text.substring(1, text.indexOf(' '))) : text.length() + 2;
			if (line.direction() == Direction.TO_SERVER) {
				sent += bytes;
				data = text.equals("DATA") ? sent : data;
				dot = text.equals(".") ? sent : dot;
			} else {
				heard += bytes;
				goAhead = text.startsWith("354") ? heard : goAhead;
				answered = dot > 0 && answered == 0 ? heard : answered;
			}
		}
		return new Session(sent, heard, data, dot, goAhead, answered);
	}

	long length(Direction direction) {
		return direction == Direction.TO_SERVER ? sent : heard;
	}

	/** Nobody can know whether the server has the mail: it may have been handed over, and no answer has come. */
	boolean mayLeaveDoubt(Cutting cutting) {
		long at = cutting.at();
		return cutting.direction() == Direction.TO_SERVER ? at >= data && at <= dot : at >= goAhead && at <= answered;
	}

	/** The mail's matter is settled; what is left is the goodbye. */
	boolean isOver(Cutting cutting) {
		return cutting.at() > (cutting.direction() == Direction.TO_SERVER ? dot : answered);
	}
}
