// What the page of SurveyJS runs. esbuild puts the form in the place of MODEL.
import { Model, settings } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

// The next page stands there at once, as in the aid.
settings.animationEnabled = false;
renderSurvey(new Model(MODEL), document.getElementById('form'));
