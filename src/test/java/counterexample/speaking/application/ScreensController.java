package counterexample.speaking.application;

import org.springframework.web.bind.annotation.RestController;

@RestController
class ScreensController {}
