
// Parts that nobody may use are not there. Courtesy, not protection: what they would ask for is refused.
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'cockpit.navigation:(batch|decisions|deployments|reports|tasks)',
  'cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action',
  'cockpit.jobDefinition.action:job-definition-override-job-priority-action',
  'cockpit.processInstance.runtime.tab:(variables-tab|user-tasks-tab|external-tasks-process-instance-runtime)',
  'cockpit.processInstance.runtime.action:(add-variable-action|cancel-process-instance-action)',
  'cockpit.incident.action:increase-incident-external-task-retry',
].join());

export default {
  app: { vendor: '%vendor%', name: '%name%' },
  locales: { availableLocales: ['%language%'], fallbackLocale: '%language%' },
  disableWelcomeMessage: true,
};
