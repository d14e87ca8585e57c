"""The screen: app, screens, widgets, commands. It holds no logic about text."""
