package org.catena.exchange;

import java.io.IOException;
import java.time.Instant;

import javax.xml.stream.XMLStreamException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The archive for harvesters: the Open Archives Initiative Protocol for Metadata
 * Harvesting, version 2.0.
 *
 * @see <a href="https://www.openarchives.org/OAI/openarchivesprotocol.html">The
 * protocol</a>
 */
@Controller
class OaiController {

	private final OaiRows rows;

	private final OaiAnswers answers;

	private final SiteAddress site;

	OaiController(OaiRows rows, OaiAnswers answers, SiteAddress site) {
		this.rows = rows;
		this.answers = answers;
		this.site = site;
	}

	/**
	 * The time of the response is that of which it tells: a harvester that goes on from
	 * there misses no change that was on its way.
	 */
	@RequestMapping(path = "/oai", method = { RequestMethod.GET, RequestMethod.POST })
	void oai(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
		Instant horizon = this.rows.horizon();
		OaiRequest asked = null;
		OaiAnswer answer;
		try {
			asked = OaiRequest.of(request.getParameterMap());
			answer = this.answers.to(asked, this.site.root());
		}
		catch (OaiError error) {
			asked = error.repeatsArguments() ? asked : null;
			answer = (xml) -> xml.start("error").attribute("code", error.code()).text(error.sentence()).end();
		}
		response.setContentType("text/xml;charset=UTF-8");
		OaiEnvelope.write(asked, answer, horizon, this.site.root() + "/oai", response.getOutputStream());
	}

}
