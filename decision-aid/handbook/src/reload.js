// Reloads the page when the preview was rebuilt. Only the preview serves this file.
new EventSource('/__reload').onmessage = () => location.reload();
