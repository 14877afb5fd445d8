package counterexample.speaking.web;

import org.springframework.stereotype.Controller;

@Controller
public class RequestsController {}
